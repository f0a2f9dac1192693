import { describe, expect, it } from 'vitest'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import { type FormDef, formDef } from '#shared/model/pack.ts'
import { acronymOf } from '#shared/rules/acronym.ts'
import { splitAt, wholeWords } from '../../../../renderer/features/canvas/form/acronym-parts.ts'
import { countWords, readAmount } from '../../../../renderer/features/canvas/form/amount.ts'
import * as edits from '../../../../renderer/features/canvas/form/edits.ts'
import { inSections } from '../../../../renderer/features/canvas/form/sections.ts'
import { weakestFirst } from '../../../../renderer/features/canvas/form/weakest.ts'
import { makeDesk } from './desk.ts'

const both = (text: string) => ({ id: text, en: text })
const survey: FormDef = formDef.parse({
  kind: 'form',
  id: 'survei',
  title: both('Survei'),
  stage: 'drum_up',
  help: both('h'),
  example: both('e'),
  status: 'unverified',
  source: 's',
  outline: { heading: both('h'), lead: both('l') },
  review: false,
  fields: ['a', 'b', 'c', 'catatan'].map((key) => ({ key, label: both(key), type: key === 'catatan' ? 'text' : 'scale', min: 0, max: 4 })),
  survey: { min: 0, max: 4, components: ['a', 'b', 'c'].map((key) => ({ key, label: both(key), help: both('h'), fields: [key] })) },
})

describe('the respondents of a survey', () => {
  it('are items with their answers as values; a name may stay empty', () => {
    const desk = makeDesk(byPerson, 'survei')
    const id = edits.addRespondent(desk, '   ')
    edits.tellOf(desk, id, 'a', 0)
    expect(desk.items()).toMatchObject([{ text: '', values: { a: 0 } }])
    edits.renameRespondent(desk, id, ' Rina ')
    expect(desk.text(id)).toBe('Rina')
  })
  it('are asked the statements of the components only, and 0 is an answer', () => {
    const desk = makeDesk(byPerson, 'survei')
    const id = edits.addRespondent(desk, 'Rina')
    const item = () => desk.items().find((one) => one.id === (id as ItemId)) ?? desk.items()[0]
    expect(edits.questionsOf(survey).map((field) => field.key)).toEqual(['a', 'b', 'c'])
    const now = () => {
      const one = item()
      if (one === undefined) throw new Error('the respondent is gone')
      return one
    }
    edits.tellOf(desk, id, 'b', 0)
    expect(edits.answered(survey, now())).toBe(1)
    expect(edits.nextOpen(survey, now(), -1)).toBe(0)
    expect(edits.nextOpen(survey, now(), 0)).toBe(2)
    edits.tellOf(desk, id, 'a', 4)
    edits.tellOf(desk, id, 'c', 9)
    expect(edits.answered(survey, now())).toBe(2)
    edits.tellOf(desk, id, 'c', 1)
    expect(edits.nextOpen(survey, now(), 0)).toBeNull()
  })
  it('have components listed from the weakest on, those without answers last', () => {
    const spokes = [2, null, 0, 3.5].map((value, at) => ({ key: `k${at}`, value }))
    expect(weakestFirst(spokes).map((one) => one.value)).toEqual([0, 2, 3.5, null])
  })
})

describe('the long name with its letters marked', () => {
  const parts = (short: string, long: string) =>
    splitAt(long, acronymOf(short, long).marks).map(({ text, marked }) => (marked ? `[${text}]` : text))

  it('shows which letters give the short name and loses no letter', () => {
    expect(parts('LANGKOK', 'Lahir Pulang OK').join('')).toBe('[L][a]hir Pula[n][g] [O][K]')
  })
  it('keeps accents and signs of several parts whole', () => {
    const long = 'É́lan 😀 Kota'
    expect(parts('EK', long).join('').replaceAll(/[[\]]/gu, '')).toBe(long)
  })
  it('names the words of the short name it gives nothing of, and no others', () => {
    const whole = (short: string, long: string) => wholeWords(short, acronymOf(short, long)).map(({ word }) => word)
    expect(whole('KAMPUNG BERDASI', 'Bersih, Indah, Sehat dan Berseri')).toEqual(['KAMPUNG'])
    expect(whole('SATE LOKAN', 'Selesai Kegiatan Langsung Laporkan Pertanggungjawaban')).toEqual([])
    expect(whole('É-Lapor X', 'laporan')).toEqual([])
  })
})

describe('what is typed into a form', () => {
  it('reads amounts as people write them', () => {
    expect(['Rp1.250.000', 'rp 1.250.000', '25,5', '45 %', '', 'banyak'].map((text) => readAmount(text, 'id'))).toEqual([
      1250000,
      1250000,
      25.5,
      45,
      null,
      null,
    ])
  })
  it('counts words', () => {
    expect(['', '  ', 'satu', ' dua  kata\nlagi '].map(countWords)).toEqual([0, 0, 1, 3])
  })
  it('stands in its section, and without one at the beginning', () => {
    const [a, b, c] = survey.fields
    if (a === undefined || b === undefined || c === undefined) throw new Error('fields are missing')
    const sorted = inSections([{ key: 'dua' }, { key: 'satu' }], [{ ...a, section: 'satu' }, { ...b, section: 'hilang' }, c])
    expect(sorted.map(({ section, fields }) => [section?.key ?? null, fields.map((field) => field.key)])).toEqual([
      [null, ['b', 'c']],
      ['satu', ['a']],
    ])
  })
})
