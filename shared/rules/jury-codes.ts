/** Codes by which entries are called where names are not to be seen. */
import type { Convention } from '../model/jury.ts'

/** `K-07`; from a hundred on `K-100`. */
export const codeOf = (number: number): string => `K-${String(number).padStart(2, '0')}`

/** Codes that no entry of the convention has, from the highest number on. */
export function freeCodes({ entries }: Pick<Convention, 'entries'>, count: number): readonly string[] {
  const numbers = entries.map(({ code }) => Number(/^K-(\d+)$/u.exec(code)?.[1] ?? 0))
  const last = numbers.reduce((most, one) => Math.max(most, one), 0)
  return Array.from({ length: count }, (_, at) => codeOf(last + at + 1))
}
