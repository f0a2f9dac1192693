import { describe, expect, it } from 'vitest'
import { defaultSettings } from '#shared/model/settings.ts'
import { bareStages, tallyOf } from '#shared/rules/monitoring.ts'
import { summarise, summariseLab } from '#shared/rules/summary.ts'
import { makeInnovation } from '#test/makers/innovation.ts'
import { makeLab } from '#test/makers/lab.ts'
import { afterChange, changesCounts, type LabData } from '../../../../renderer/lab/data.ts'

const lab = summariseLab(makeLab(), [], '2026-04-16T01:00:00.000Z')
const innovation = summarise(makeInnovation({ stage: 'diagnose' }), '2026-04-16T01:00:00.000Z')
const later = '2026-04-16T02:00:00.000Z'
const { reached, here } = tallyOf([innovation], bareStages)
const known: LabData = {
  about: null,
  settings: defaultSettings(),
  packs: [],
  ownPacks: [],
  refused: [],
  labs: [{ ...lab, innovations: 1, byStage: { diagnose: 1 }, byMilestone: { reached, here } }],
  faults: [],
  overviews: { [lab.id]: { lab, innovations: [innovation] } },
  turns: {},
}

describe('the counts on the cards of labs', () => {
  it('are asked for again when an innovation moves on or is new, and not when words are written', () => {
    const saved = (over: Partial<typeof innovation>) =>
      changesCounts(known, { kind: 'innovation', lab: lab.id, innovation: { ...innovation, updatedAt: later, ...over } })
    expect(saved({ name: 'Nama lain', words: { kipp: 40 } })).toBe(false)
    expect(saved({ stage: 'design' })).toBe(true)
    expect(saved({ launched: true })).toBe(true)
    expect(saved({ archived: true })).toBe(true)
    expect(saved({ canvases: { 'kartu-ide': 'selesai' } })).toBe(true)
    expect(saved({ id: 'inovasi-baru' })).toBe(true)
  })

  it('are asked for again when a lab is new, and not when one was merely saved', () => {
    expect(changesCounts(known, { kind: 'lab', lab: { ...lab, theme: 'Tema lain', updatedAt: later } })).toBe(false)
    expect(changesCounts(known, { kind: 'lab', lab: { ...lab, id: 'lab-baru' } })).toBe(true)
  })

  it('stay the same objects for labs that did not change', () => {
    const after = afterChange(known, { kind: 'lab', lab: { ...lab } })
    expect(after.labs).toBe(known.labs)
    expect(after.overviews).toBe(known.overviews)
  })
})
