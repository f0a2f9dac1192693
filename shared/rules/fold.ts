/** Texts as they are compared: people write capitals, accents and blanks as they come. */

/** Lower case, without accents, blanks and sentence signs at the ends, and with single blanks inside. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/gu, ' ').trim()
