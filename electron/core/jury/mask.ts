/** Takes names out of texts that judges are to read without knowing whose they are. */

/** What stands where a name was. */
export const masked = '[disamarkan]'

const shortest = 3
const titles = /^(?:(?:prof|dr|drg|ir|drs|dra|h|hj|ns|apt|bapak|bpk|ibu|sdr|sdri)\.?\s+)+/iu

/** A name as it stands in a list, and as people write it in a sentence: without titles in front and degrees behind. */
export function spellingsOf(name: string): readonly string[] {
  const whole = name.trim()
  const front = (whole.split(',')[0] ?? '').trim()
  return [...new Set([whole, front, front.replace(titles, '').trim()])].filter((one) => one.length >= shortest)
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll(/\s+/gu, '\\s+')

/**
 * Replaces every one of the names, as whole words and whatever their capitals, by what is given for it. Longer ones first, so that a
 * name inside another does not leave half of it.
 */
export function masking(names: ReadonlyMap<string, string>): (text: string) => string {
  const all = [...names].filter(([name]) => name.trim().length >= shortest).sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
  if (all.length === 0) return (text) => text
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${all.map(([name]) => `(${escaped(name.trim())})`).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  )
  return (text) =>
    text.normalize('NFC').replaceAll(pattern, (...found: readonly unknown[]) => {
      const at = all.findIndex((_, index) => found[index + 1] !== undefined)
      return all[at]?.[1] ?? masked
    })
}

/** Civil servants' numbers (NIP, 18 digits, also in groups) and telephone numbers have no business in a judge's hands, blind or not. */
export const withoutNumbers = (text: string): string =>
  text
    .replaceAll(/(?<!\d)\d{8}[\s.]?\d{6}[\s.]?\d[\s.]?\d{3}(?!\d)/gu, masked)
    .replaceAll(/(?<![\d.,])(?:\+62|62|0)[\s-]?8\d{1,3}(?:[\s-]?\d{3,4}){2,3}(?![\d.,]\d)/gu, masked)
