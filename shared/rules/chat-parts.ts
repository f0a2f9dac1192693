/**
 * What every text for WhatsApp is made of. WhatsApp knows `*bold*` and lines, so that is all we write; what people typed is made harmless,
 * and numbers that belong to a person (NIP, mobile phone) are left out, because these texts are read in groups.
 */
import type { StageDef, StageKey } from '../model/pack.ts'
import type { Language } from '../model/text.ts'
import { chatText as words } from '../text/chat.ts'
import { say } from '../text/messages.ts'
import { cleanText } from './clean-text.ts'
import { formatNumber } from './numbers.ts'

/** A stage as this lab calls it. */
export type ChatStage = { readonly key: StageKey; readonly label: string; readonly def: StageDef }

/** A text is kept below this by shortening its lists; longer ones are folded away by WhatsApp. */
export const chatMost = 1200
const listMost = 12
const pieceMost = 140

/** Eighteen digits, as a NIP is written with or without blanks; and mobile numbers (domain.md 5.5). */
const privateNumbers = /(?<!\d)(?:\d[ .-]?){17}\d(?!\d)|(?<![\d.])(?:\+?62|0)[ .-]?8\d(?:[ .-]?\d){6,11}(?!\d)/gu

/** Signs that WhatsApp would read as marks, each with one that looks alike and means nothing. */
const harmless: Readonly<Record<string, string>> = { '*': '∗', '~': '∼', '`': 'ˋ' }

/** What somebody typed, as one line that cannot turn marks on or off; cut at 140 signs. Empty stays empty. */
export function plain(text: string): string {
  const line = cleanText(text)
    .replaceAll(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(privateNumbers, '[…]')
    .replaceAll(/[*~`]/gu, (sign) => harmless[sign] ?? '')
    // Inside a word, as in an address, an underscore marks nothing.
    .replaceAll(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, 'ˍ')
    .trim()
  const letters = [...line]
  return letters.length <= pieceMost
    ? line
    : `${letters
        .slice(0, pieceMost - 1)
        .join('')
        .trimEnd()}…`
}

/** `*text*`; nothing for nothing. */
export function bold(text: string): string {
  const inside = plain(text)
  return inside === '' ? '' : `*${inside}*`
}

type Countable = 'unit' | 'people' | 'innovation' | 'team' | 'remark' | 'day' | 'without'

/** `1 unit`, `1.204 units`: the number with its word in the right form. */
export function counted(what: Countable, n: number, language: Language): string {
  const form = n === 1 ? words[`one_${what}`] : words[`many_${what}`]
  return say(form, language, { n: formatNumber(n, language) })
}

export type ChatSection = {
  /** Bold line above it. */
  readonly head?: string
  readonly lines?: readonly string[]
  /** A list; only this is cut when the text grows too long. */
  readonly items?: readonly string[]
}

/** The whole text. Sections without lines and items are left out. Lists show at most 12 and fewer where the text would pass 1,200 signs. */
export function compose(title: string, sections: readonly ChatSection[], language: Language): string {
  const full = sections.filter(({ lines = [], items = [] }) => lines.some((line) => line !== '') || items.length > 0)
  for (let most = listMost; most > 1; most -= 1) {
    const text = written(title, full, most, language)
    if (text.length <= chatMost) return text
  }
  return written(title, full, 1, language)
}

function written(title: string, sections: readonly ChatSection[], most: number, language: Language): string {
  const blocks = sections.map(({ head, lines = [], items = [] }) =>
    [head === undefined ? '' : bold(head), ...lines, ...listed(items, most, language)].filter((line) => line !== '').join('\n'),
  )
  // The first section stands right below the title.
  const [first, ...rest] = blocks
  return [[bold(title), first ?? ''].filter((line) => line !== '').join('\n'), ...rest].join('\n\n')
}

function listed(items: readonly string[], most: number, language: Language): readonly string[] {
  // To hide a single line behind "and 1 more" saves nothing.
  const shown = items.length <= most + 1 ? items : items.slice(0, most)
  const lines = shown.map((item) => `- ${item}`)
  return shown.length === items.length ? lines : [...lines, `- ${moreOf(items.length - shown.length, language)}`]
}

const moreOf = (n: number, language: Language): string => say(words.more, language, { n: formatNumber(n, language) })

/** `A, B, C dan 9 lagi`, for names inside a sentence. */
export function named(names: readonly string[], language: Language, most = 5): string {
  const clean = names.map(plain).filter((name) => name !== '')
  if (clean.length <= most + 1) return clean.join(', ')
  return `${clean.slice(0, most).join(', ')} ${moreOf(clean.length - most, language)}`
}
