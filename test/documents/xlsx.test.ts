/** Workbooks written by us and read back: by our own reader, and by the office program of this machine. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildCanvasWorkbook } from '#core/documents/build/canvas-workbook.ts'
import { readXlsx } from '#core/documents/read/read-xlsx.ts'
import { UnreadError } from '#core/documents/read/unpack.ts'
import type { Workbook, WorkbookCell, WorkbookSheet } from '#core/documents/write/xlsx/workbook.ts'
import { writeXlsx } from '#core/documents/write/xlsx/write-xlsx.ts'
import { loadPacks } from '#core/packs/packs.ts'
import { parseCsv } from '#shared/rules/cell-text.ts'
import { answerFields } from '#shared/rules/facts.ts'
import type { Packs } from '#shared/rules/packs.ts'
import { makeInnovation } from '../makers/innovation.ts'
import { makeLab } from '../makers/lab.ts'
import { filled } from './filled.ts'
import { frozen, withTool } from './reading.ts'

const sheet = (over: Partial<WorkbookSheet> = {}): WorkbookSheet => ({
  name: 'Data',
  columns: [{ label: 'Isi', format: 'text' }],
  rows: [],
  ...over,
})
const book = (over: Partial<Workbook> = {}): Workbook => ({
  title: 'Rencana Aksi',
  subject: 'Kanvas',
  author: 'Dinas Kesehatan',
  language: 'id',
  paper: 'A4',
  orientation: 'landscape',
  sheets: [sheet()],
  ...over,
})
const write = (...sheets: readonly WorkbookSheet[]): Uint8Array => writeXlsx(book({ sheets }), frozen.clockIso)
const part = (bytes: Uint8Array, name: string): string => new TextDecoder().decode(unzipSync(bytes)[name])
const textColumn = (cells: readonly WorkbookCell[]) => sheet({ rows: cells.map((cell) => [cell]) })

describe('what is written comes back', () => {
  it('as numbers, rupiah, per cent, days and text of their own kind', () => {
    const columns = (['text', 'number', 'rupiah', 'percent', 'date'] as const).map((format) => ({ label: format, format }))
    const bytes = write(
      sheet({
        columns,
        rows: [
          ['Cetak', 12.345, 1_250_000, 45.5, { date: '2026-06-29' }],
          [null, -3, 1500.5, 100, { date: '1999-12-31' }],
        ],
      }),
    )
    expect(readXlsx(bytes)[0]?.rows).toEqual([
      ['text', 'number', 'rupiah', 'percent', 'date'],
      ['Cetak', '12,345', '1250000', '45,5%', '2026-06-29'],
      ['', '-3', '1500,5', '100%', '1999-12-31'],
    ])
  })
  it('with every letter XML can carry, and line ends', () => {
    const texts = ['<b>&amp;"</b>', 'awal\nakhir', 'emoji 👩‍⚕️ عربى 漢字', '  tepi  ', '_x0041_ tetap', ']]>']
    expect(readXlsx(write(textColumn(texts)))[0]?.rows.map(([text]) => text)).toEqual(['Isi', ...texts])
  })
  it('without what XML cannot carry, and cut where a cell is full', () => {
    const [, clean, long] = readXlsx(write(textColumn(['a\u0000b\u0007c\ufffed\ud800e', '😀'.repeat(20_000)])))[0]?.rows ?? []
    expect(clean).toEqual(['abcde'])
    expect(long?.[0]?.length).toBeLessThanOrEqual(32_767)
    expect(long?.[0]?.endsWith('…')).toBe(true)
    expect(/[\ud800-\udbff](?![\udc00-\udfff])/u.test(long?.[0] ?? '')).toBe(false)
  })
})

it('reads a whole catalogue of 40,000 rows, and says that more is too much', { timeout: 120_000 }, () => {
  const rows = (count: number) => write(textColumn(Array.from({ length: count }, (_, at) => `Inovasi ${at}`)))
  expect(readXlsx(rows(40_000))[0]?.rows).toHaveLength(40_001)
  expect(() => readXlsx(rows(41_001))).toThrow(expect.objectContaining({ reason: 'size' }))
})

it('stores what looks like a formula as text, and never a formula', () => {
  const bytes = write(textColumn(['=1+1', '+62812', '-5 orang', '@SUM(A1)', '=HYPERLINK("http://x")']))
  const xml = part(bytes, 'xl/worksheets/sheet1.xml')
  expect(xml).not.toContain('<f>')
  expect(xml.match(/t="inlineStr"/g)).toHaveLength(6)
  expect(readXlsx(bytes)[0]?.rows[1]).toEqual(['=1+1'])
})

it('keeps its head in sight and on every printed page, with names every spreadsheet takes', () => {
  const long = 'Kanvas: dampak/mikro? [bagian satu] yang panjang sekali'
  const bytes = write(sheet({ name: long }), sheet({ name: long }), sheet({ name: 'History' }), sheet({ name: "''" }))
  expect(part(bytes, 'xl/worksheets/sheet1.xml')).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
  const names = readXlsx(bytes).map(({ name }) => name)
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(4)
  for (const name of names) {
    expect(name.length).toBeLessThanOrEqual(31)
    expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$|^history$/iu)
  }
  expect(part(bytes, 'xl/workbook.xml')).toContain('_xlnm.Print_Titles')
})

it('gives the same bytes for the same rows', () => {
  expect(Buffer.compare(write(textColumn(['a', 'b'])), write(textColumn(['a', 'b'])))).toBe(0)
})

describe('every canvas of the packs', () => {
  let packs: Packs
  beforeAll(async () => {
    packs = (await loadPacks(new URL('../../templates/packs', import.meta.url).pathname)).packs
  })
  const bookOf = (def: Packs[number]['canvases'][number], poison = '') => {
    const { canvas, texts } = filled(def, { seed: 4, items: 9, poison })
    const innovation = makeInnovation({ canvases: { [def.id]: canvas } })
    const source = { lab: makeLab(), packs, innovation, language: 'id', today: '2026-06-29', attachment: () => null } as const
    return { bytes: writeXlsx(buildCanvasWorkbook(def, source, { paper: 'A4', orientation: 'landscape' }), frozen.clockIso), texts, canvas }
  }

  it('holds every text that was written, and what and whose it is', () => {
    for (const def of packs.flatMap((pack) => pack.canvases)) {
      const { bytes, texts, canvas } = bookOf(def)
      const cells = readXlsx(bytes).flatMap(({ rows }) => rows.flat())
      const facts = answerFields(def).flatMap(({ fact, key }) => (fact === undefined ? [] : [canvas.fields[key]]))
      for (const text of texts.filter((one) => !facts.includes(one))) expect(cells, `${def.id}: ${text}`).toContain(text)
      expect(cells).toContain('LANGKOK')
    }
  })

  it('opens in the office program with the same rows', () => {
    const def = packs.flatMap((pack) => pack.canvases).find(({ id }) => id === 'rencana-aksi')
    if (def === undefined) throw new Error('no such canvas')
    const { bytes } = bookOf(def, ' <x> & "y"; =1')
    const csv = withTool('soffice', bytes, 'xlsx', (file, folder) => {
      const filter = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,1'
      execFileSync(
        'soffice',
        [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', filter, '--outdir', folder, file],
        {
          stdio: 'ignore',
          timeout: 150_000,
        },
      )
      return readFileSync(join(folder, 'document-Rencana Aksi Inovasi.csv'), 'utf8')
    })
    if (csv === null) return
    const ours = readXlsx(bytes)[0]?.rows ?? []
    const theirs = parseCsv(csv)
    expect(theirs).toHaveLength(ours.length)
    const digits = (text: string): string => (/^Rp/u.test(text) ? text.replaceAll(/[^\d]/gu, '') : text)
    expect(theirs.map((row) => row.map(digits))).toEqual(ours.map((row) => [...row]))
  }, 200_000)
})

describe('a workbook somebody else made', () => {
  const made = (sheetXml: string, more: Readonly<Record<string, string>> = {}): Uint8Array => {
    const files = {
      'xl/workbook.xml': '<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/a.xml"/><Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/s.xml"/><Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>',
      'xl/worksheets/a.xml': `<x:worksheet xmlns:x="m"><x:sheetData>${sheetXml}</x:sheetData></x:worksheet>`,
      ...more,
    }
    return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])))
  }
  it('is read with shared and rich strings, booleans, formulas by their result, gaps and its own prefixes', () => {
    const bytes = made(
      '<x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1" t="s"><x:v>1</x:v></x:c></x:row><x:row r="3"><x:c r="B3" t="b"><x:v>1</x:v></x:c><x:c r="C3"><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c r="D3" t="str"><x:f>A1</x:f><x:v>hasil &#8211; &lt;x&gt;</x:v></x:c></x:row>',
      {
        'xl/s.xml':
          '<sst><si><t>Nama</t></si><si><r><t xml:space="preserve">Tanggal </t></r><r><t>mulai</t></r><rPh sb="0"><t>ejaan</t></rPh></si></sst>',
      },
    )
    expect(readXlsx(bytes)).toEqual([
      {
        name: 'A & B',
        rows: [
          ['Nama', '', 'Tanggal mulai', ''],
          ['', '', '', ''],
          ['', 'true', '2', 'hasil – <x>'],
        ],
      },
    ])
  })
  it('tells days and percentages by their style, and the calendar of 1904', () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="&quot;hari&quot; 0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="10"/><xf numFmtId="171"/><xf numFmtId="20"/></cellXfs></styleSheet>'
    const cells =
      '<x:row r="1"><x:c s="1"><x:v>46202</x:v></x:c><x:c s="2"><x:v>0.455</x:v></x:c><x:c s="3"><x:v>7</x:v></x:c><x:c s="4"><x:v>0.3333333</x:v></x:c><x:c><x:v>0.30000000000000004</x:v></x:c></x:row>'
    expect(readXlsx(made(cells, { 'xl/styles.xml': styles }))[0]?.rows).toEqual([['2026-06-29', '45,5%', '7', '08:00', '0,3']])
    const old = '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
    expect(
      readXlsx(made('<x:row r="1"><x:c s="1"><x:v>44740</x:v></x:c></x:row>', { 'xl/styles.xml': styles, 'xl/workbook.xml': old }))[0]
        ?.rows,
    ).toEqual([['2026-06-29']])
  })
  it('does not follow entities of its own', () => {
    const rows = readXlsx(made('<!DOCTYPE x [<!ENTITY a "haha">]><x:row r="1"><x:c t="str"><x:v>&a;&a;</x:v></x:c></x:row>'))[0]?.rows
    expect(rows).toEqual([['&a;&a;']])
  })

  const refusal = (bytes: Uint8Array): string => {
    try {
      readXlsx(bytes)
    } catch (why) {
      if (why instanceof UnreadError) return why.reason
      throw why
    }
    return 'read'
  }
  it('is refused with the reason: no workbook, damaged, locked, too large', () => {
    const good = write(textColumn(['isi']))
    expect(refusal(Buffer.from('Nama;Unit\n'))).toBe('type')
    expect(refusal(zipSync({ 'word/document.xml': new Uint8Array(3) }))).toBe('type')
    expect(refusal(good.slice(0, good.length - 40))).toBe('damaged')
    expect(refusal(Buffer.from('d0cf11e0a1b11ae10000', 'hex'))).toBe('locked')
    expect(refusal(new Uint8Array(13 * 1024 * 1024))).toBe('size')
    expect(refusal(made('<x:row r="50000"><x:c r="A50000"><x:v>1</x:v></x:c></x:row>'))).toBe('size')
  })
  it('is refused when it would unpack into more than it may', () => {
    const zeros = new Uint8Array(120 * 1024 * 1024)
    const bomb = zipSync({ 'xl/workbook.xml': zeros }, { level: 9 })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(refusal(bomb)).toBe('size')
    // An entry that lies about its size is stopped at the size it claims.
    const liar = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(4 * 1024 * 1024) }, { level: 9 }))
    const entry = liar.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'))
    liar.writeUInt32LE(100, entry + 24)
    expect(refusal(liar)).toBe('damaged')
  })
  it('never does anything but read or refuse, whatever bytes are broken in it', () => {
    const good = Buffer.from(write(sheet({ rows: Array.from({ length: 30 }, (_, at) => [`baris ${at}`]) })))
    let state = 20_260_629
    const next = (): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
      return state
    }
    for (let round = 0; round < 300; round += 1) {
      const broken = Buffer.from(good)
      for (let hit = 0; hit < 3; hit += 1) broken[next() % broken.length] = next() & 0xff
      expect(['read', 'type', 'damaged', 'locked', 'size']).toContain(refusal(broken))
    }
  })
})
