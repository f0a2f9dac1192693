/** A lab with something else in its strings than anybody would write, and one with nothing in it. */

import { emptyConvention } from '../makers/convention-large.ts'
import { makeInnovation, seeded } from '../makers/innovation.ts'
import { makeLab } from '../makers/lab.ts'
import { emptyLog, makeReward, makeSession } from '../makers/lab-log.ts'
import type { Stock } from './every.ts'

/** Pasted things: control characters, half characters, markup, other scripts, steering signs. */
const poisons = [
  '\u0000\u0001\u0008\u000b\u001f\u007f\u0085',
  '\ufffe\uffff\ud800',
  '<w:t>&amp;]]></w:t>&lt;',
  '\u202eשלום עולם\u202c بسم الله',
  '中文字 日本語',
  '👩‍⚕️ 🇮🇩 👍🏽 1️⃣',
  '=HYPERLINK("x")\t{session.day} {{n}}',
  '</svg><script>"\'',
] as const

/** Names of choices, ids, dates and files are no texts; these are neither, and still not free. */
const fixed: ReadonlySet<string> = new Set(['timeZone', 'paper', 'delegation', 'type', 'start', 'method'])
const isFree = (text: string): boolean => /\p{L}/u.test(text) && !/^[a-z0-9_./:-]*$/u.test(text) && !/^\d{4}-\d\d-\d\dT/u.test(text)

/** The same value with every free text changed. */
export function retold<T>(value: T, change: (text: string) => string, key = ''): T {
  const told = (one: unknown, at: string): unknown => {
    if (typeof one === 'string') return fixed.has(at) || !isFree(one) ? one : change(one)
    if (Array.isArray(one)) return one.map((inner) => told(inner, at))
    if (one === null || typeof one !== 'object' || one instanceof Uint8Array) return one
    return Object.fromEntries(Object.entries(one).map(([name, inner]) => [name, told(inner, name)]))
  }
  return told(value, key) as T // strings become strings
}

const retoldStock = ({ lab, log, innovations, conventions = [], attachment }: Stock, change: (text: string) => string): Stock => ({
  lab: retold(lab, change),
  log: retold(log, change),
  innovations: retold(innovations, change),
  conventions: retold(conventions, change),
  attachment,
})

/** Behind every text something hostile and a mark of its own. */
export function poisoned(stock: Stock, seed: number): Stock {
  const next = seeded(seed)
  let count = 0
  return retoldStock(stock, (text) => {
    count += 1
    return `${text} ${poisons[Math.floor(next() * poisons.length)]} zq${count}qz`
  })
}

/** One text in place of another, wherever it stands, also as a line among others. */
export const replacing = (stock: Stock, old: string, fresh: string): Stock =>
  retoldStock(stock, (text) =>
    text
      .split('\n')
      .map((line) => (line.trim() === old ? fresh : line))
      .join('\n'),
  )

export const marksIn = (text: string): readonly string[] => text.match(/zq\d+qz/gu) ?? []

/** A lab on its first day: nobody, nothing, an innovation without a name, a session without a plan. */
export const emptyStock: Stock = {
  lab: makeLab({ units: [], people: [], theme: '', place: '', coordinator: { unit: '', name: '', position: '', nip: '' } }),
  log: {
    ...emptyLog,
    sessions: (['drum_up', 'deliver'] as const).map((stage) =>
      makeSession({ id: `kosong-${stage.replace('_', '-')}`, title: '', stage, date: '', start: '', place: '' }),
    ),
    rewards: [makeReward({ title: '', criteria: [] })],
  },
  innovations: [makeInnovation({ name: '', longName: '', unit: null, kind: null, form: null, digital: null })],
  conventions: [{ convention: emptyConvention(), sheets: [], visitors: { votes: {}, feedback: [] } }],
  attachment: () => null,
}
