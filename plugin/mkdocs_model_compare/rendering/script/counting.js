/* What a month costs at a reader's traffic, in the whole numbers of the build. Which price holds for which request is worked out
   there (comparison/stretches.py); here one is chosen and multiplied. */

const UNIT = 10n ** 24n; // one unit of money as an amount: 12 decimals of a price, 6 of a share, and prices are per million
const ALL = 10n ** 6n; // all of the input, as a percentage with 4 decimals
// Key, label, least, most, and as far as it is told who is the cheapest.
export const FIELDS = [
  ["requests", "Requests a month", 1, 1e12, 1e12],
  ["input_tokens", "Input tokens each", 0, 1e9, 1e6],
  ["output_tokens", "Output tokens each", 0, 1e9, 1e5],
  ["cached", "Cached input, %", 0, 100, 100],
];

/** A decimal in text as a whole number of 10^-digits; digits beyond are cut. */
const whole = (text, digits) => {
  const [head, tail = ""] = String(text).split(".");
  return BigInt(head + tail.slice(0, digits).padEnd(digits, "0"));
};

/** A whole number of 10^-digits as a decimal in text. */
const decimal = (count, digits) => {
  const text = String(count).padStart(digits + 1, "0");
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`.replace(/\.?0+$/, "");
};

const least = (list) => list.reduce((a, b) => (b < a ? b : a));

/** What a month costs on each route that takes such requests, in its cheapest place: the catalog's currency and the cheapest first. */
const charges = (data, model, traffic) => {
  const { input_tokens, output_tokens } = traffic;
  const [requests, read, written] = [traffic.requests, input_tokens, output_tokens].map(BigInt);
  const share = whole(traffic.cached, 4);
  const found = [];
  for (const offer of model.offers) {
    if ((offer.batch ?? traffic.batch) !== traffic.batch || input_tokens < offer.low || input_tokens > (offer.high ?? 1e9)) continue;
    if (input_tokens + output_tokens > (model.routes[offer.route].size ?? 1e10)) continue;
    const [input, output, cached] = (offer.units ??= offer.prices.map((price) => whole(price ?? offer.prices[0], 12)));
    const amount = ((input * (ALL - share) + cached * share) * read + output * ALL * written) * requests;
    found.push({ other: 0, ...offer, amount, free: !input && !output, own: !offer.other });
  }
  found.sort((a, b) => a.other - b.other || (a.amount > b.amount) - (a.amount < b.amount));
  return found.filter((one, at) => found.findIndex((other) => other.route === one.route) === at);
};

const halfUp = (amount, unit) => (amount + unit / 2n) / unit;

/** Cents as they are printed: whole units from 100 on. */
const cents = (amount) => {
  const found = halfUp(amount, UNIT / 100n);
  return found >= 10000n ? halfUp(amount, UNIT) * 100n : found;
};

export const many = (count) => count.toLocaleString("en");
const money = (data, currency, count) =>
  data.money[currency].join(many(count / 100n) + (count % 100n ? `.${String(count % 100n).padStart(2, "0")}` : ""));

export const printed = (data, { free, amount, currency }, times = 1n) => {
  if (free) return "free";
  const shown = cents(amount * times);
  return shown || !amount ? money(data, currency, shown) : `under ${money(data, currency, 1n)}`;
};

export const trafficText = ({ requests, input_tokens, output_tokens, cached, batch }) => {
  const ending = (count) => (count === 1 ? "" : "s");
  const each = ending(requests) && " each";
  const share = cached > 0 ? `, ${cached}% of the input cached` : "";
  return `${many(requests)} request${ending(requests)} a month of ${many(input_tokens)} input and ${many(output_tokens)} output token${ending(output_tokens)}${each}${share}${batch ? ", in batch" : ""}`;
};

/** What a model is that none of the others is cheaper than, where so many have a price. */
export const superlative = ({ models }, priced) => (models.length === 2 ? "cheaper" : priced === models.length ? "cheapest" : "cheapest known");

/** What the cost table says at this traffic, a model each with all its routes: in words, and whether it leads. */
export const counted = (data, traffic) => {
  const routes = data.models.map((model) => charges(data, model, traffic));
  // "free" is less than "under $0.01", though both round to 0.
  const rank = (one) => (one?.own ? cents(one.amount) * 2n + (one.amount ? 1n : 0n) : undefined);
  const models = routes.flatMap(([first]) => (first?.own ? [first] : []));
  const lowest = models.length ? least(models.map(rank)) : undefined;
  const leads = (one, all) => rank(one) === lowest && all.some((other) => other.own && rank(other) !== lowest);
  const word = superlative(data, models.length);
  const delta = (one) => {
    if (!one.own) return "unavailable";
    const above = cents(one.amount) - lowest / 2n;
    if (!lowest) return rank(one) ? `+${printed(data, one)}` : "lowest";
    return above ? `+${money(data, data.currency, above)}` : "lowest";
  };
  return data.models.map((model, at) => {
    const [one] = routes[at];
    const ranked = models.length > 1 && Boolean(one?.own);
    return {
      name: model.name,
      cost: one ? printed(data, one) : "unavailable",
      year: one && printed(data, one, 12n),
      route: one?.text ?? model.lack,
      delta: ranked ? delta(one) : "unavailable",
      currency: one?.currency,
      // As a machine reads them; what is not known has none.
      values: one
        ? [
            decimal(one.amount, 24),
            model.routes[one.route].id,
            ranked ? decimal(one.amount - least(models.map((other) => other.amount)), 24) : undefined,
          ]
        : [],
      lead: ranked && leads(one, models) ? word : undefined,
      routes: routes[at].map((each) => [
        each.text,
        model.routes[each.route].label,
        leads(each, routes.flat()),
        printed(data, each),
        printed(data, each, 12n),
        delta(each),
      ]),
      // The others, and why they are not counted.
      out: model.routes.flatMap(({ name, why }, place) =>
        routes[at].some((each) => each.route === place) ? [] : [[name, why]],
      ),
    };
  });
};

export const cheapest = (data, traffic, key, value) => {
  const changed = { ...traffic, [key]: value };
  return data.models.map((model) => charges(data, model, changed).find((one) => one.own));
};

/** Which models are the cheapest from which value of a field on, exactly: [[their places, from], …]; none where only one is priced.

    Between the sizes at which prices change, a route's cost is a straight line. Where the same routes and models are the
    cheapest at both ends of a stretch, they are all along it; any other is halved. */
export const turns = (data, traffic, [key, , low, , far]) => {
  const at = (value) => {
    const found = cheapest(data, traffic, key, value);
    const costs = found.flatMap((one) => one?.amount ?? []);
    const first = found.flatMap((one, place) => (costs.length > 1 && one?.amount === least(costs) ? [place] : []));
    return [value, first, `${first}:${found.map((one) => one && one.route + one.text)}`];
  };
  const input = key === "input_tokens";
  const sizes = data.models.flatMap(({ routes, offers }) => [
    ...(input ? offers.map((one) => one.low - 1) : []),
    ...routes.map((route) => route.size - (input ? traffic.output_tokens : traffic.input_tokens)),
  ]);
  const stops = [low, ...(key.endsWith("tokens") ? sizes.flatMap((size) => [size, size + 1]) : []), far];
  const states = [...new Set(stops)].filter((one) => one >= low && one <= far).sort((a, b) => a - b).map(at);
  const found = [[states[0][1], low]];
  const walk = (a, b) => {
    if (a[2] === b[2]) return;
    if (b[0] - a[0] > 1) {
      const middle = at(Math.floor((a[0] + b[0]) / 2));
      walk(a, middle);
      walk(middle, b);
    } else if (String(a[1]) !== String(b[1])) found.push([b[1], b[0]]);
  };
  states.slice(1).forEach((state, place) => walk(states[place], state));
  return found;
};
