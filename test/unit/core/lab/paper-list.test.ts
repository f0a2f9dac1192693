/** The list of documents from the lines of the index alone. */
import { expect, test } from 'vitest'
import { listOfLab, subjectsOf } from '#core/lab/paper-list.ts'
import { loadPacks } from '#core/packs/packs.ts'
import { documentOf } from '#shared/rules/packs.ts'
import { summarise } from '#shared/rules/summary.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { makeLab } from '#test/makers/lab.ts'
import { emptyLog, makeSession } from '#test/makers/lab-log.ts'

const { packs } = await loadPacks([new URL('../../../../templates/packs', import.meta.url).pathname])
const stock = {
  lab: makeLab(),
  log: { ...emptyLog, sessions: [makeSession({ id: 'a', stage: 'diagnose' }), makeSession({ id: 'b', stage: 'deliver' })] },
  innovations: [summarise(makeInnovation(), '')],
  archived: [],
  conventions: [],
  awards: {},
  packs,
  find: async () => null,
}

test('a paper of one stage is offered for sessions of that stage only', () => {
  const def = documentOf(packs, 'berita-acara-peluncuran')
  if (def === undefined) throw new Error('there is no such document')
  expect(def.onlyStage).toBe(true)
  const ids = (of: typeof def) => subjectsOf(of, stock).map(({ session }) => session?.id)
  expect(ids({ ...def, stage: 'deliver' })).toEqual(['b'])
  expect(ids({ ...def, onlyStage: false })).toEqual(['a', 'b'])
})

test('official papers stand first and examples last', async () => {
  const { entries, ofInnovations } = await listOfLab(stock)
  const packOf = (kind: string) => packs.find(({ documents }) => documents.some(({ id }) => id === kind))?.head.id ?? ''
  expect(packOf(entries[0]?.kind ?? '')).toMatch(/^naskah-/u)
  expect(packOf(ofInnovations.at(-1)?.kind ?? '')).toBe('daerah-contoh')
  expect(ofInnovations.every(({ all }) => all === 1)).toBe(true)
})
