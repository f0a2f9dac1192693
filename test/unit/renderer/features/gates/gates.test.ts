import { beforeAll, describe, expect, it } from 'vitest'
import { loadPacks } from '#core/packs/packs.ts'
import type { MethodDef, StageKey } from '#shared/model/pack.ts'
import { methodOf } from '#shared/rules/packs.ts'
import { summarise } from '#shared/rules/summary.ts'
import { makeCanvas, makeInnovation } from '#test/makers/innovation.ts'
import { makeLab, makeUnit } from '#test/makers/lab.ts'
import { countStates, gateRows, shownRows } from '../../../../../renderer/features/gates/rows.ts'
import { noSelection, toggled, toggledAll } from '../../../../../renderer/features/gates/selection.ts'

const shown = ['a', 'b', 'c', 'd']

describe('choosing lines', () => {
  it('takes a stretch from the line chosen last, as it becomes', () => {
    const first = toggled(noSelection, 'b', shown, false)
    const stretch = toggled(first, 'd', shown, true)
    expect([...stretch.ids]).toEqual(['b', 'c', 'd'])
    expect([...toggled(stretch, 'c', shown, true).ids]).toEqual(['b'])
  })
  it('takes one line when the beginning of the stretch is no longer shown', () => {
    expect([...toggled({ ids: new Set(['x']), anchor: 'x' }, 'c', shown, true).ids]).toEqual(['x', 'c'])
  })
  it('chooses all that are shown beside what is chosen, or none of them', () => {
    const all = toggledAll({ ids: new Set(['x', 'a']), anchor: null }, shown)
    expect([...all.ids]).toEqual(['x', 'a', 'b', 'c', 'd'])
    expect([...toggledAll(all, shown).ids]).toEqual(['x'])
    expect([...toggledAll(noSelection, []).ids]).toEqual([])
  })
})

describe('the lines of a gate', () => {
  let method: MethodDef
  beforeAll(async () => {
    const { packs } = await loadPacks(new URL('../../../../../templates/packs', import.meta.url).pathname)
    const found = methodOf(packs, 'lan-6d')
    if (found === undefined) throw new Error('the method is missing')
    method = found
  })
  const rowsOf = (key: StageKey, innovations: readonly Parameters<typeof makeInnovation>[0][]) => {
    const stages = method.stages.map((def) => ({ key: def.key, label: def.label.id, def }))
    const stage = stages.find((one) => one.key === key)
    if (stage === undefined) throw new Error(key)
    const lab = makeLab({ units: [makeUnit({ id: 'u1', name: 'Dinas Satu' }), makeUnit({ id: 'u2', name: 'Dinas Dua' })] })
    return gateRows(
      stage,
      stages,
      lab,
      innovations.map((one) => summarise(makeInnovation(one), '')),
    )
  }
  const approval = { name: '', position: 'Wali Kota', date: '2026-05-05', document: '', remark: '', file: '' }
  const approved = { gates: { diagnose: { approval, override: null, ticks: {} } } }
  const filled = {
    canvases: {
      usg: makeCanvas({ def: 'usg' }),
      'pohon-masalah': makeCanvas({ def: 'pohon-masalah' }),
      'form-ide': makeCanvas({ def: 'form-ide', state: 'selesai' }),
    },
  }

  it('of an approval hold who stands there, who was approved, and who went on without it', () => {
    const rows = rowsOf('diagnose', [
      { id: 'ready', unit: 'u2', ...filled },
      { id: 'lacks', unit: 'u1' },
      { id: 'done', unit: 'u1', stage: 'deliver', ...approved },
      { id: 'skipped', unit: 'u1', stage: 'design', ...filled },
      { id: 'early', stage: 'drum_up' },
      { id: 'gone', archived: true },
    ])
    expect(rows.map(({ one, state, here }) => [one.id, state, here])).toEqual([
      ['lacks', 'lacks', true],
      ['ready', 'ready', true],
      ['done', 'done', false],
      ['skipped', 'lacks', false],
    ])
    expect(countStates(rows)).toEqual({ all: 4, ready: 1, lacks: 2, done: 1 })
    expect(shownRows(rows, { state: 'lacks', unit: null, words: '' })).toHaveLength(2)
    expect(shownRows(rows, { state: 'all', unit: 'u2', words: '' }).map(({ one }) => one.id)).toEqual(['ready'])
    expect(shownRows(rows, { state: 'all', unit: null, words: ' dinas DUA ' }).map(({ one }) => one.id)).toEqual(['ready'])
  })
  it('of a checklist hold only who stands there; of Documentation everybody', () => {
    expect(rowsOf('drum_up', [{ id: 'on', stage: 'design' }, { stage: 'drum_up' }])).toHaveLength(1)
    expect(rowsOf('documentation', [{ id: 'on', stage: 'design' }, { stage: 'drum_up' }])).toHaveLength(2)
  })
})
