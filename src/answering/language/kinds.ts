/** A unit of the country, asked for by what its name ends with. */
const PLACE_KIND =
  /^(?:区县|县区|县市|区|县|乡镇|街镇|镇|乡|街道|社区|村|城市|省市|市|省份?|国家)(?!级|里|域|长|民|内|外|上|下|局|委)/u;

/** Reads the kind of place that a text opens with; null when it opens with anything else. */
export const readPlaceKind = (text: string): string | null => PLACE_KIND.exec(text)?.[0] ?? null;

/** Words for where something comes from, which a name shows by itself (`外地企业`). */
export const isOrigin = (word: string): boolean =>
  /^(?:外地|外国|外来|外省|外面|外头|境外|国外|海外|外边)$/u.test(word);
