const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Whether a raised number after a text is an exponent: of ten (`10⁸`) or of a unit of length (`m²`). */
export function isExponentAfter(text: string, raised: string): boolean {
  if (/^[23]$/u.test(raised) && /[A-Za-z米]$/u.test(text)) return true;
  return /^\d{1,2}$/u.test(raised) && /(?:^|\D)10$/u.test(text);
}

/** Whether what is raised points to a note: `1`, `[1]`, `①`, `*`. */
export function isNoteMark(raised: string): boolean {
  return /^[[【〔(（]?\d{1,3}[\]】〕)）]?$|^[*※①-⑳]+$/u.test(raised);
}

export function raiseDigits(digits: string): string {
  return digits.replace(/\d/gu, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit);
}
