"""The facts of the page that the project set out to better, as that page gives them, wrong ones included."""

from __future__ import annotations

from mkdocs_model_compare.catalog.model import Billing, Model
from tests.comparison.builders import model, parameters, price, route

_SHARED = {
    "vision": True,
    "multimodal": True,
    "function_calling": True,
    "tool_use": True,
    "structured_outputs": True,
    "ide_integration": False,
    "computer_use": False,
    "parallel_agents": False,
}


def haiku() -> Model:
    """Eight routes at five providers, of which AWS Bedrock's is the cheapest."""
    return model(
        "claude-haiku-4.5",
        name="Claude Haiku 4.5",
        developer="Anthropic",
        released="2025-10-01",
        context_window=200_000,
        architecture="decoder only",
        license="proprietary",
        knowledge_cutoff="2025-02",
        capabilities={**_SHARED, "reasoning": False, "code_execution": True},
        fit=("coding", "rag", "agents"),
        best_for=("multimodal apps", "tool-calling agents", "provider-routed production"),
        routes=(
            route("Microsoft Foundry", price(input="1", output="5")),
            route("Anthropic", price(input="1", output="5")),
            route("Snowflake Cortex", billing=Billing.CREDITS),
            route("AWS Bedrock", price(input="0.80", output="4")),
            route("AWS Bedrock", price(input="1.10", output="5.50"), region="eu"),
            route("AWS Bedrock", price(input="1.10", output="5.50"), region="us"),
            route("GCP Vertex AI", price(input="1", output="5")),
            route("GCP Vertex AI", price(input="1.10", output="5.50"), region="europe"),
        ),
    )


def gemma() -> Model:
    """Two routes, neither with a price."""
    return model(
        "gemma-4-12b-it",
        name="Gemma 4 12B IT",
        developer="Google DeepMind",
        released="2026-06-03",
        context_window=262_144,
        parameters=parameters(12_000_000_000, "12B"),
        architecture="decoder only",
        license="apache-2.0",
        knowledge_cutoff="2025-01",
        capabilities={**_SHARED, "reasoning": True, "code_execution": False},
        fit=("coding", "rag", "agents"),
        best_for=("reasoning-heavy apps", "multimodal apps", "tool-calling agents"),
        routes=(route("Hugging Face Inference Endpoints"), route("Kaggle Models")),
    )
