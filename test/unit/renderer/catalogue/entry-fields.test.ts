import { expect, test } from 'vitest'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import type { Say } from '../../../../renderer/app/text.ts'
import { entryFields } from '../../../../renderer/features/catalogue/entry-fields.ts'
import { entryText } from '../../../../renderer/lab/catalogue/entry-words.ts'
import { makeCatalogue } from '../../../makers/catalogue.ts'

const [entry] = makeCatalogue(1, 5) as [CatalogueEntry] // one was asked for
const plain: Say = (key, values) => (values === undefined ? key : `${key} ${Object.values(values).join(' ')}`)
const textOf = (of: CatalogueEntry, key: string): string =>
  entryFields(of, plain, (day) => day, undefined).find((field) => field.key === key)?.text ?? ''

test('a standing that nobody said is told to be read off the stage, and off no list that does not say it', () => {
  expect(textOf({ ...entry, standing: 'berjalan', said: true }, 'standing')).toBe('catalogue.st_berjalan')
  expect(textOf({ ...entry, lab: 'solok', standing: 'ide', said: false }, 'standing')).toContain('standingRead')
  expect(textOf({ ...entry, lab: null, standing: 'ide', said: false }, 'standing')).toContain('standingGuessed')
})

test('one that stopped says when and why', () => {
  const stopped: CatalogueEntry = { ...entry, standing: 'berhenti', stoppedOn: '2024-05-06', stopReason: 'Anggaran habis' }
  expect(textOf(stopped, 'stopped')).toBe('2024-05-06: Anggaran habis')
})

test('two entries have the same rows in the same order, so that they stand side by side', () => {
  const keys = (of: CatalogueEntry) => entryFields(of, plain, (day) => day, 'Daftar').map(({ key }) => key)
  expect(keys({ ...entry, kind: null, adopters: [], summary: '' })).toEqual(keys(entry))
})

test('the copied text leaves out what is not known', () => {
  const text = entryText({ ...entry, name: 'JEMPOL', longName: 'Jemput Obat Lansia', contact: '', adopters: [], kind: null }, plain)
  expect(text.split('\n')[0]).toBe('JEMPOL (Jemput Obat Lansia)')
  expect(text).not.toMatch(/: *$/m)
  expect(text).not.toContain('f_contact')
})
