import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import { documentFacts } from '#shared/model/pack.ts'
import { allDocuments } from '#shared/rules/packs.ts'

const { packs } = await loadPacks(join(import.meta.dirname, '../../../templates/packs'))
const documents = allDocuments(packs)

/** The words in braces of everything that is written in a definition. */
const named = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [...value.matchAll(/\{([^{}]*)\}/gu)].map((match) => match[1] ?? '')
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(named)
      : []

it('shipped documents name only facts that exist', () => {
  const known = new Set<string>(documentFacts)
  expect(documents.length).toBeGreaterThan(5)
  const unknown = documents.flatMap((def) =>
    named([def.heading, def.parts])
      .filter((name) => !known.has(name))
      .map((name) => `${def.id}: ${name}`),
  )
  expect(unknown).toEqual([])
})

it('shipped documents print parts only in variants that they have', () => {
  for (const def of documents) {
    const keys = new Set(def.variants.map(({ key }) => key))
    for (const part of def.parts) for (const key of part.in ?? []) expect(keys.has(key), `${def.id}: ${key}`).toBe(true)
  }
})
