/** The border every text passes before it is kept or printed: files must open whatever somebody pasted. */

/** Everything but the characters XML 1.0 can carry (section 2.2, production Char). */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/**
 * The same text without what XML cannot carry (control characters, U+FFFE, U+FFFF); half surrogate pairs become U+FFFD, line ends become `\n`.
 * Emoji, joiners and right-to-left text stay as they are. Cleaning twice changes nothing.
 */
export function cleanText(text: string): string {
  return text.toWellFormed().replaceAll(/\r\n?/g, '\n').replaceAll(notXml, '')
}
