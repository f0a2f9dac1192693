import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { say } from '#shared/text/messages.ts'

const root = resolve(import.meta.dirname, '../../../..')
const folder = join(root, 'shared/text')

type Message = { readonly id: string; readonly en: string }
const isMessage = (value: unknown): value is Message =>
  typeof value === 'object' && value !== null && 'id' in value && 'en' in value && typeof value.id === 'string'

/** Every message of every file, also of files that somebody forgot to collect in index.ts. */
const all: [string, Message][] = []
for (const file of readdirSync(folder)) {
  if (['index.ts', 'messages.ts', 'fault-sentence.ts'].includes(file)) continue
  const module: Record<string, unknown> = await import(join(folder, file))
  for (const table of Object.values(module)) {
    if (typeof table !== 'object' || table === null) continue
    for (const [key, message] of Object.entries(table)) if (isMessage(message)) all.push([`${file}: ${key}`, message])
  }
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

it('every sentence is there in both languages', () => {
  expect(all.length).toBeGreaterThan(500)
  expect(all.filter(([, { id, en }]) => id.trim() === '' || en.trim() === '').map(([name]) => name)).toEqual([])
})

it('both languages fill in the same placeholders', () => {
  expect(all.filter(([, { id, en }]) => placeholders(id).join() !== placeholders(en).join()).map(([name]) => name)).toEqual([])
})

it('nobody is shouted at, and the user is Anda', () => {
  const loud = all.filter(([, { id, en }]) => /\p{L}!/u.test(id + en)).map(([name]) => name)
  const familiar = all.filter(([, { id }]) => /\b(kamu|silakan mohon)\b/i.test(id)).map(([name]) => name)
  expect([...loud, ...familiar]).toEqual([])
})

it('no page carries a sentence of its own', () => {
  const pages = (at: string): string[] =>
    readdirSync(at, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? pages(join(at, entry.name)) : entry.name.endsWith('.tsx') ? [join(at, entry.name)] : [],
    )
  // Names that are the same in every language, and keys as they stand on the keyboard.
  const names = /^(Labinov|Ctrl|Enter|Esc|Shift|Alt|Tab|Del|DOCX|PDF|F4|A4)[\s+A-Za-z0-9…/.]*$/
  const own = pages(join(root, 'renderer')).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?<![=\w)])>\s*([A-Za-z][A-Za-z ,.]{3,})\s*<\//g)]
      .map((match) => match[1]?.trim() ?? '')
      .filter((text) => !names.test(text))
      .map((text) => `${file}: ${text}`),
  )
  expect(own).toEqual([])
})

it('placeholders that nobody fills stay visible instead of vanishing', () => {
  expect(say({ id: 'Halo {{name}}', en: 'Hello {{name}}' }, 'id')).toBe('Halo {{name}}')
  expect(say({ id: 'Halo {{name}}', en: 'Hello {{name}}' }, 'en', { name: 'Dian' })).toBe('Hello Dian')
})
