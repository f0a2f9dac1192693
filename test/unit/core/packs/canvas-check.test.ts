import { describe, expect, it } from 'vitest'
import { canvasFindings } from '#core/packs/check.ts'
import { pathText } from '#core/packs/findings.ts'
import { loadPacks } from '#core/packs/packs.ts'
import { canvasDef } from '#shared/model/pack.ts'
import { both, column, formula, fullCanvases, options } from './full-canvases.ts'
import { broken, packFolder } from './make.ts'

const at = (file: string) => `canvases/${file}.yaml`
const refusedOf = async (path: readonly (string | number)[], value: unknown) => {
  const folder = await packFolder({ penuh: broken(fullCanvases(), path, value) })
  return (await loadPacks(folder)).refused.map(({ path: place, reason, reasonEn }) => ({ place, reason, reasonEn }))
}

describe('a pack that says everything a canvas can say', () => {
  it('is loaded', async () => {
    const { packs, refused } = await loadPacks(await packFolder({ penuh: fullCanvases() }))
    expect(refused).toEqual([])
    expect(packs[0]?.canvases).toHaveLength(7)
  })

  type Case = readonly [what: string, file: string, steps: readonly (string | number)[], value: unknown, place: string, reason: RegExp]
  const columns = (index: number, ...rest: readonly (string | number)[]) => ['columns', index, ...rest]
  const lookup = { op: 'lookup', row: 'u', column: 's' }
  const cases: readonly Case[] = [
    // Columns and formulas.
    [
      'a formula on a column that is none',
      'tabel',
      columns(0, 'formula'),
      { op: 'sum', of: ['u'] },
      'columns[0].formula',
      /jenis "formula"/,
    ],
    ['a sum of words', 'tabel', columns(3, 'formula', 'of'), ['u', 'catatan'], 'columns[3].formula', /"catatan"/],
    ['a sum of words made of numbers', 'tabel', columns(3, 'formula', 'of'), ['u', 'kelas'], 'columns[3].formula', /"kelas"/],
    ['a rank by an option', 'tabel', columns(4, 'formula', 'by'), 'fase', 'columns[4].formula', /"fase"/],
    ['a tie broken by a column that is not there', 'tabel', columns(4, 'formula', 'tie'), ['g'], 'columns[4].formula', /"g"/],
    ['bands out of order', 'tabel', columns(6, 'formula', 'bands', 1, 'from'), 1, 'columns[6].formula.bands[1].from', /urut/],
    ['two bands of one key', 'tabel', columns(6, 'formula', 'bands', 1, 'key'), 'rendah', 'columns[6].formula.bands[1].key', /dua kali/],
    [
      'a check of a column that is not there',
      'tabel',
      columns(7, 'formula', 'all', 0, 'of'),
      'hilang',
      'columns[7].formula.all[0].of',
      /"hilang"/,
    ],
    ['a check that asks for nothing', 'tabel', columns(7, 'formula', 'all', 0), { of: 'u' }, 'columns[7].formula.all[0]', /belum menyebut/],
    [
      'a check of a band that is not there',
      'tabel',
      columns(7, 'formula', 'all', 1, 'not'),
      'sedang',
      'columns[7].formula.all[1].not',
      /rendah, tinggi/,
    ],
    [
      'a check that leans on itself',
      'tabel',
      columns(7, 'formula', 'all', 0),
      { of: 'lolos', is: true },
      'columns[7].formula',
      /dirinya sendiri/,
    ],
    [
      'an uneven lookup table',
      'tabel',
      columns(5, 'formula'),
      {
        ...lookup,
        table: [
          [1, 2, 3],
          [4, 5],
          [7, 8, 9],
        ],
      },
      'columns[5].formula.table[1]',
      /3, bukan 2/,
    ],
    [
      'a lookup table too small',
      'tabel',
      columns(5, 'formula'),
      {
        ...lookup,
        table: [
          [1, 2, 3],
          [4, 5, 6],
        ],
      },
      'columns[5].formula.table',
      /1 sampai 2.*1 sampai 3/,
    ],
    ['a lookup table that begins too late', 'tabel', columns(5, 'formula', 'firstColumn'), 2, 'columns[5].formula.table', /"s"/],
    ['a lookup by a column without bounds', 'tabel', columns(5, 'formula', 'row'), 'total', 'columns[5].formula.row', /"min" dan "max"/],
    [
      'two anchors of one score',
      'tabel',
      columns(1, 'anchors'),
      [1, 1].map((one) => ({ score: one, label: both('x') })),
      'columns[1].anchors[1].score',
      /dua kali/,
    ],
    [
      'a number whose range is turned round',
      'papan',
      columns(0),
      column('n', 'number', { min: 5, max: 1 }),
      'columns[0].max',
      /lebih besar/,
    ],
    ['several choices without options', 'papan', columns(0, 'type'), 'multi', 'columns[0].options', /"options"/],
    // Modes, groups, votes, marks, results.
    ['a mode with a column nobody has', 'tabel', ['modes', 0, 'columns'], ['text', 'x'], 'modes[0].columns[1]', /"x"/],
    ['a mode with a column twice', 'tabel', ['modes', 0, 'columns'], ['u', 'u'], 'modes[0].columns[1]', /dua kali/],
    ['groups by what is no choice', 'tabel', ['groupBy'], 'catatan', 'groupBy', /pilihan/],
    ['votes in a column of words', 'tabel', columns(12, 'voted'), true, 'columns[12].voted', /skor/],
    ['votes without a way to combine them', 'tabel', ['voting'], undefined, 'voting', /"voting"/],
    ['a mark on a column nobody has', 'tabel', ['marks', 0, 'column'], 'x', 'marks[0].column', /"x"/],
    ['a mark with bounds on words', 'tabel', ['marks', 0, 'when', 0, 'of'], 'catatan', 'marks[0].when[0].atMost', /"catatan"/],
    ['a mark about the past of a number', 'tabel', ['marks', 0, 'when', 1, 'of'], 'u', 'marks[0].when[1].past', /tanggal/],
    ['a check compared with a word', 'tabel', ['marks', 0, 'when', 2, 'is'], 'ya', 'marks[0].when[2].is', /true atau false/],
    ['a number compared with a word', 'tabel', ['marks', 0, 'when', 2], { of: 'u', is: 'tiga' }, 'marks[0].when[2].is', /angka/],
    ['words compared with a number', 'tabel', ['marks', 0, 'when', 2], { of: 'catatan', not: 3 }, 'marks[0].when[2].not', /teks/],
    ['a result where an option is not there', 'tabel', ['results', 0, 'where', 0, 'is'], 'lain', 'results[0].where[0].is', /siap, jalan/],
    ['a sum of nothing', 'tabel', ['results', 0, 'of'], undefined, 'results[0].of', /wajib/],
    ['a sum of words as a result', 'tabel', ['results', 0, 'of'], 'catatan', 'results[0].of', /"catatan"/],
    ['a result that expects nothing', 'tabel', ['results', 0, 'expect'], {}, 'results[0].expect', /belum menyebut/],
    ['two results of one key', 'tabel', ['results', 1, 'key'], 'a', 'results[1].key', /dua kali/],
    ['a difference of a result further down', 'tabel', ['results', 2, 'from'], 'd', 'results[2].from', /di atas baris ini/],
    ['a quadrant of a result that is not there', 'tabel', ['results', 3, 'x'], 'z', 'results[3].x', /"z"/],
    ['a combination by what is no choice', 'tabel', ['results', 4, 'pick'], 'u', 'results[4].pick', /pilihan/],
    ['a combination of options that are no columns', 'tabel', ['results', 4, 'pick'], 'fase', 'results[4].pick', /"siap"/],
    // Starters.
    ['a starter with a column nobody has', 'tabel', ['starters', 0, 'values', 'x'], 1, 'starters[0].values.x', /"x"/],
    ['a starter off the scale', 'tabel', ['starters', 0, 'values', 'u'], 9, 'starters[0].values.u', /tidak sesuai/],
    ['a starter with an option nobody has', 'tabel', ['starters', 0, 'values', 'fase'], 'lain', 'starters[0].values.fase', /tidak sesuai/],
    ['a starter that fills a formula', 'tabel', ['starters', 0, 'values', 'total'], 3, 'starters[0].values.total', /"total"/],
    ['a starter in a zone nobody has', 'papan', ['starters', 0, 'zone'], 'tiga', 'starters[0].zone', /"tiga"/],
    ['a colour explained twice', 'papan', ['legend'], [1, 2].map(() => ({ color: 'jambu', label: both('x') })), 'legend[1].key', /jambu/],
    // Matrix.
    ['cells by what is no lookup of the axes', 'peta', ['cells', 'value'], 'sikap', 'cells.value', /kedua sumbu/],
    ['cells named by another band', 'peta', ['cells', 'band'], 'level', 'cells.band', /"band"/],
    [
      'a lookup table that misses a step of an axis',
      'peta',
      columns(0, 'formula', 'table'),
      [[1, 2]],
      'columns[0].formula.table',
      /"mungkin"/,
    ],
    ['size by words', 'peta', ['size'], 'sikap', 'size', /"sikap"/],
    ['colour by a number', 'peta', ['color'], 'level', 'color', /pilihan/],
    ['an anchor off its axis', 'peta', ['x', 'anchors', 0, 'score'], 7, 'x.anchors[0].score', /antara 1 dan 2/],
    // Tree.
    ['evidence without a column for it', 'pohon', ['columns'], [], 'ready[0]', /"bukti"/],
    [
      'a category twice',
      'pohon',
      ['categorySets', 0, 'categories'],
      options('man', 'man'),
      'categorySets[0].categories[1].key',
      /dua kali/,
    ],
    // Form and survey.
    ['a field in a section nobody has', 'isian', ['fields', 0, 'section'], 'lain', 'fields[0].section', /"lain"/],
    ['an acronym of a field nobody has', 'isian', ['fields', 1, 'acronym', 'of'], 'singkat', 'fields[1].acronym.of', /"singkat"/],
    ['one fact in two fields', 'isian', ['fields', 1, 'fact'], 'name', 'fields[1].fact', /"name"/],
    ['a kind of innovation that is none', 'isian', ['fields', 2, 'options'], options('baru'), 'fields[2].options[0].key', /proses, metode/],
    ['a scale without ends', 'isian', ['fields', 3, 'max'], undefined, 'fields[3]', /"min" dan "max"/],
    [
      'a component of what is no scale',
      'survei',
      ['survey', 'components', 0, 'fields'],
      ['catatan'],
      'survey.components[0].fields[0]',
      /skala/,
    ],
    ['a question in two components', 'survei', ['survey', 'components', 1, 'fields'], ['q1'], 'survey.components[1].fields[0]', /dua kali/],
    [
      'a respondent’s column with the key of a question',
      'survei',
      ['survey', 'respondent', 0, 'key'],
      'q1',
      'survey.respondent[0].key',
      /dua kali/,
    ],
    ['a scale that ends where it begins', 'survei', ['survey', 'max'], 0, 'survey.max', /lebih besar/],
  ]
  it.each(cases)('%s is refused', (_, file, steps, value, place, reason) => {
    const def = canvasDef.parse(broken(fullCanvases(), [at(file), ...steps], value)[at(file)])
    const refused = [...canvasFindings(def)].map(({ path, ...one }) => ({ ...one, place: pathText(path) }))
    const found = refused.find((one) => one.place.startsWith(place))
    expect(found, JSON.stringify(refused)).toBeDefined()
    expect(found?.reason).toMatch(reason)
    expect(found?.reasonEn).not.toBe(found?.reason)
  })

  it('a matrix needs quadrants or cells', async () => {
    const { cells: _, size: _size, marks: _marks, ...rest } = fullCanvases()[at('peta') as 'canvases/peta.yaml']
    const { quadrants: _quadrants, ...bare } = rest
    const folder = await packFolder({ penuh: { ...fullCanvases(), [at('peta')]: bare } })
    expect((await loadPacks(folder)).refused[0]).toMatchObject({
      path: 'quadrants',
      reason: 'Matriks memerlukan "quadrants" atau "cells".',
    })
  })
  it('a circle of formulas is named at each of its columns', async () => {
    const refused = await refusedOf([at('tabel'), ...columns(3, 'formula')], { op: 'sum', of: ['u', 'putar'] })
    expect(refused[0]).toMatchObject({ place: 'columns[3].formula', reason: expect.stringMatching(/"putar"/) })
    const circle = broken(fullCanvases(), [at('tabel'), ...columns(3, 'formula')], { op: 'sum', of: ['u', 'putar'] })
    const folder = await packFolder({
      penuh: broken(circle, [at('tabel'), ...columns(12)], formula('putar', { op: 'mean', of: ['total'] })),
    })
    const places = (await loadPacks(folder)).refused.filter(({ reason }) => /dirinya sendiri/.test(reason)).map(({ path }) => path)
    expect(places).toEqual(['columns[3].formula', 'columns[12].formula'])
  })
})

describe('what canvases say about one another', () => {
  const cases: readonly [what: string, file: string, steps: readonly (string | number)[], value: unknown, place: string, reason: RegExp][] =
    [
      ['a canvas nobody has', 'papan', ['takes', 0, 'pick', 'canvas'], 'lain', 'takes[0].pick.canvas', /"lain"/],
      ['itself', 'tabel', ['takes', 0, 'pick', 'canvas'], 'tabel', 'takes[0].pick.canvas', /dirinya sendiri/],
      ['what passed a column that is no check', 'papan', ['takes', 0, 'pick', 'column'], 'total', 'takes[0].pick.column', /"check"/],
      ['the best rows of a grid without ranks', 'tabel', ['columns', 4], column('urut', 'number'), 'takes[0].pick.canvas', /peringkat/],
      ['a zone nobody has', 'papan', ['takes', 0, 'into'], 'tiga', 'takes[0].into', /"tiga"/],
      ['a side no tree has', 'pohon', ['takes', 0, 'into'], 'root', 'takes[0].into', /core, cause, effect/],
      ['a group no grid has', 'tabel', ['takes', 0, 'into'], 'u', 'takes[0].into', /"u"/],
      ['a field that is not written', 'isian', ['takes', 0, 'into'], 'skala', 'takes[0].into', /"skala"/],
      ['a form without a field', 'isian', ['takes', 0, 'into'], undefined, 'takes[0].into', /wajib/],
      ['a column nobody has here', 'tabel', ['takes', 0, 'copy', 'x'], 'dampak', 'takes[0].copy.x', /"x"/],
      ['into a formula', 'tabel', ['takes', 0, 'copy', 'total'], 'dampak', 'takes[0].copy.total', /"total"/],
      ['a column nobody has there', 'tabel', ['takes', 0, 'copy', 'u'], 'x', 'takes[0].copy.u', /"peta"/],
      ['a photo out of words', 'papan', ['takes', 0, 'copy', 'foto'], 'catatan', 'takes[0].copy.foto', /foto hanya dari foto/],
      ['columns of an answer', 'isian', ['takes', 0, 'copy'], { nama: 'q1' }, 'takes[0].copy.nama', /"copy"/],
      ['the mirror of a canvas nobody has', 'pohon', ['mirror'], 'lain', 'mirror', /"lain"/],
      ['the mirror of a board', 'pohon', ['mirror'], 'papan', 'mirror', /perlu tree/],
      ['the mirror of itself', 'pohon', ['mirror'], 'pohon', 'mirror', /dirinya sendiri/],
    ]
  it.each(cases)('%s cannot be taken over', async (_, file, steps, value, place, reason) => {
    const refused = await refusedOf([at(file), ...steps], value)
    const found = refused.find((one) => one.place === place)
    expect(found, JSON.stringify(refused)).toBeDefined()
    expect(found?.reason).toMatch(reason)
    expect(found?.reasonEn).not.toBe(found?.reason)
  })
  it('the best notes of a board are those with most votes', async () => {
    expect(await refusedOf([at('pohon'), 'takes', 0, 'pick', 'canvas'], 'papan')).toEqual([])
    expect(await refusedOf([at('pohon'), 'takes', 0, 'pick', 'canvas'], 'peta')).toMatchObject([{ place: 'takes[0].pick.canvas' }])
  })
})
