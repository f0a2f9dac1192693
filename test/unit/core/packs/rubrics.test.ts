import { describe, expect, it } from 'vitest'
import { copyPack } from '#core/packs/copy.ts'
import { packFiles } from '#core/packs/pack-yaml.ts'
import { loadPacks } from '#core/packs/packs.ts'
import { allRubrics } from '#shared/rules/packs.ts'
import { folder, packs as shipped } from '../../templates/shipped.ts'
import { broken, head, packFolder } from './make.ts'

const both = (word: string) => ({ id: `${word} id`, en: `${word} en` })
const criterion = (key: string, over: object = {}) => ({ key, title: both(key), weight: 50, min: 1, max: 5, ...over })
const rubric = {
  kind: 'rubric',
  id: 'lomba',
  title: both('title'),
  short: both('short'),
  status: 'unverified',
  source: 'usulan',
  stages: [
    {
      key: 'proposal',
      title: both('proposal'),
      weight: 70,
      scoring: 'percent',
      criteria: [criterion('baru', { descriptors: [1, 3, 5].map((mark) => ({ mark, text: both(`mark ${mark}`) })) }), criterion('dampak')],
    },
  ],
  ties: [{ by: 'criterion', stage: 'proposal', criterion: 'baru' }, { by: 'stage', stage: 'proposal' }, { by: 'earlier' }],
}
const pack = { 'pack.yaml': head('juri-contoh'), 'rubrics/lomba.yaml': rubric }
const load = async (files: Record<string, unknown>) => loadPacks([await packFolder({ 'juri-contoh': files })])
const at = (...steps: readonly (string | number)[]) => ['rubrics/lomba.yaml', ...steps]
const first = ['stages', 0, 'criteria', 0] as const

describe('a rubric in a pack', () => {
  it('is read, with what was left out at its default', async () => {
    const { packs, refused } = await load(pack)
    expect(refused).toEqual([])
    expect(allRubrics(packs)[0]).toMatchObject({
      id: 'lomba',
      pooling: 'mean',
      spread: 25,
      stages: [{ criteria: [{ step: 1 }, { descriptors: [] }] }],
    })
  })

  it.each([
    ['a stage twice', at('stages'), [rubric.stages[0], rubric.stages[0]], 'stages[1].key', 'used twice'],
    ['a criterion twice', at('stages', 0, 'criteria', 1, 'key'), 'baru', 'stages[0].criteria[1].key', 'used twice'],
    ['a scale that holds nothing', at(...first, 'max'), 1, 'stages[0].criteria[0].max', 'must be above the lowest'],
    ['steps that miss the highest mark', at(...first, 'step'), 3, 'stages[0].criteria[0].step', 'never come to exactly 5'],
    ['a meaning off the scale', at(...first, 'descriptors', 2, 'mark'), 6, 'stages[0].criteria[0].descriptors[2].mark', 'between 1 and 5'],
    [
      'a meaning between two steps',
      at(...first, 'descriptors', 1, 'mark'),
      2.5,
      'stages[0].criteria[0].descriptors[1].mark',
      'in steps of 1',
    ],
    ['meanings out of order', at(...first, 'descriptors', 2, 'mark'), 3, 'stages[0].criteria[0].descriptors[2].mark', 'from the lowest up'],
    ['weights that are no per cent', at('stages', 0, 'criteria', 1, 'weight'), 40, 'stages[0].criteria', 'now they make 90'],
    ['a weight of nothing', at(...first, 'weight'), 0, 'stages[0].criteria[0].weight', '0'],
    ['a tie rule about no stage', at('ties', 1, 'stage'), 'lapangan', 'ties[1].stage', 'no stage of judging "lapangan"'],
    ['a tie rule about no criterion', at('ties', 0, 'criterion'), 'mutu', 'ties[0].criterion', 'no criterion "mutu"'],
    ['a tie rule twice', at('ties', 2), { by: 'stage', stage: 'proposal' }, 'ties[2]', 'stands above already'],
  ] as const)('with %s is refused where it is wrong', async (_, steps, value, path, words) => {
    const { packs, refused } = await load(broken(pack, steps, value))
    expect(packs).toEqual([])
    expect(refused.map((one) => one.path)).toContain(path)
    expect(refused.find((one) => one.path === path)?.reasonEn).toContain(words)
  })

  it('counted otherwise may have weights that make any sum', async () => {
    for (const scoring of ['normal', 'sum']) {
      const other = broken(broken(pack, at('stages', 0, 'scoring'), scoring), at('stages', 0, 'criteria', 1, 'weight'), 3)
      expect((await load(other)).refused).toEqual([])
    }
  })
})

describe('copies of the shipped rubric packs', () => {
  it('load beside them under ids of their own', async () => {
    const from = shipped.filter(({ rubrics }) => rubrics.length > 0)
    const copies = Object.fromEntries(
      from.map((one) => [`kami-${one.head.id}`, Object.fromEntries(packFiles(copyPack(one, `kami-${one.head.id}`, 'Juri kami')))]),
    )
    const { packs, refused } = await loadPacks([folder, await packFolder(copies)])
    expect(refused).toEqual([])
    expect(from.length).toBe(6)
    for (const { head: of, rubrics } of from)
      expect(packs.find(({ head: { id } }) => id === `kami-${of.id}`)?.rubrics).toEqual(
        rubrics.map((one) => ({ ...one, id: `kami-${one.id}`, status: 'unverified' })),
      )
  })
})
