import { describe, expect, it } from 'vitest'
import type { BlockId, NoteId, PersonId, SessionId, UnitId } from '#shared/model/ids.ts'
import type { Person, Unit } from '#shared/model/lab.ts'
import type { Attendance, Note, Session } from '#shared/model/session.ts'
import { attendanceCounts, attendanceGroups, attendanceLines, byMissing, findPeople, lastCame, walkInOf } from '#shared/rules/attendance.ts'
import { nameTable } from '#shared/rules/attendance-import.ts'
import { notulaText } from '#shared/rules/notula-text.ts'
import { emptyRun } from '#shared/rules/session-time.ts'

const unit = (id: string, name: string, short: string): Unit => ({
  id: id as UnitId, // made up for the test
  order: '',
  name,
  short,
  kind: 'opd',
  head: '',
  headPosition: '',
  headNip: '',
})
const person = (id: string, name: string, of: string | null, position = ''): Person => ({
  id: id as PersonId, // made up for the test
  order: '',
  name,
  position,
  unit: of as UnitId | null, // made up for the test
  role: 'inovator',
  phone: '0812-0000-0000',
  email: '',
  nip: '198001012010011001',
})
const mark = (state: Attendance['state'], minute: number, walkIn = false): Attendance => ({
  state,
  at: `2026-04-16T01:${String(minute).padStart(2, '0')}:00.000Z`,
  walkIn,
})
const units = [
  unit('u1', 'Badan Perencanaan Contoh', 'Bappeda'),
  unit('u2', 'Dinas Kesehatan Contoh', 'Dinkes'),
  unit('u3', 'BPBD Contoh', 'BPBD'),
]
const people = [
  person('rina', 'Rina Contoh, S.IP.', 'u1', 'Analis'),
  person('budi', 'Budi Contohan', 'u2', 'Bidan'),
  person('budi2', 'Budi Misalan', 'u1'),
  person('tono', 'Tono Umpama', 'u3'),
  person('lepas', 'Wati Tanpa Unit', 'gone'),
]
const marks = { rina: mark('hadir', 5), budi: mark('izin', 6), lepas: mark('hadir', 7, true), removed: mark('hadir', 8) }

describe('who came', () => {
  it('is counted by unit in the order of the lab, people without a unit last', () => {
    const groups = attendanceGroups(people, units, marks)
    expect(groups.map(({ unit, rows, present }) => [unit?.short ?? null, present, rows.length])).toEqual([
      ['Bappeda', 1, 2],
      ['Dinkes', 0, 1],
      ['BPBD', 0, 1],
      [null, 1, 1],
    ])
  })

  it('counts people of the lab only', () => {
    expect(attendanceCounts(people, marks)).toEqual({ hadir: 2, izin: 1, tidak: 0, unasked: 2, walkIns: 1, total: 5 })
    expect(attendanceCounts([person('constructor', 'Ani', null)], {})).toMatchObject({ hadir: 0, unasked: 1 })
  })

  it('names the units first from which nobody came', () => {
    const groups = attendanceGroups(people, units, { budi: mark('hadir', 1), rina: mark('hadir', 1) })
    expect(byMissing(groups).map(({ unit }) => unit?.short ?? '')).toEqual(['BPBD', '', 'Bappeda', 'Dinkes'])
  })

  it('tells who came last first', () => {
    expect(lastCame(people, marks, 2).map(({ person }) => person.id)).toEqual(['lepas', 'rina'])
  })

  it('becomes a list without NIP and phone, with the time of those who came', () => {
    const lines = attendanceLines(attendanceGroups(people, units, marks), {
      state: (one) => one?.state ?? '-',
      time: (at) => at.slice(11, 16),
    })
    expect(lines.slice(0, 3)).toEqual([
      ['Rina Contoh, S.IP.', 'Badan Perencanaan Contoh', 'Analis', 'hadir', '01:05'],
      ['Budi Misalan', 'Badan Perencanaan Contoh', '', '-', ''],
      ['Budi Contohan', 'Dinas Kesehatan Contoh', 'Bidan', 'izin', ''],
    ])
    expect(JSON.stringify(lines)).not.toMatch(/1980|0812/u)
  })
})

describe('the search of a clerk at the door', () => {
  const find = (typed: string, now = {}) => findPeople(people, units, now, typed, 5).map(({ id }) => id)

  it('goes by the beginnings of words, in any order', () => {
    expect(find('bud')).toEqual(['budi', 'budi2'])
    expect(find('mis bu')).toEqual(['budi2'])
    expect(find('RINÁ')).toEqual(['rina'])
    expect(find('udi')).toEqual([])
    expect(find('  ')).toEqual([])
  })

  it('puts those first who are not there yet', () => {
    expect(find('budi', { budi: mark('hadir', 1) })).toEqual(['budi2', 'budi'])
  })

  it('looks at unit and position last', () => {
    expect(find('bidan')).toEqual(['budi'])
    expect(find('budi bappeda')).toEqual(['budi2'])
    expect(find('contoh', { rina: mark('hadir', 1) })).toEqual(['budi', 'rina', 'budi2', 'tono'])
  })

  it('takes no felt time among 400 people', () => {
    const many = Array.from({ length: 400 }, (_, at) => person(`p${at}`, `Orang Contoh ${at}`, 'u1'))
    const began = performance.now()
    for (const typed of ['o', 'or', 'ora', 'orang', 'orang 39']) findPeople(many, units, {}, typed, 6)
    expect((performance.now() - began) / 5).toBeLessThan(50)
  })
})

describe('a walk-in in one line', () => {
  it.each([
    ['Sari Contoh, Dinkes, bidan', 'Sari Contoh', 'u2', 'bidan'],
    ['Sari Contoh; bidan; dinas kesehatan contoh', 'Sari Contoh', 'u2', 'bidan'],
    ['Sari Contoh, S.Keb., M.Kes, Dinkes', 'Sari Contoh, S.Keb., M.Kes', 'u2', ''],
    ['  Sari   Contoh ', 'Sari Contoh', null, ''],
    ['Sari, Kelurahan Lain, lurah', 'Sari', null, 'Kelurahan Lain, lurah'],
    ['', '', null, ''],
  ])('%s', (line, name, of, position) => {
    const read = walkInOf(line, units)
    expect([read.name, read.unit?.id ?? null, read.position]).toEqual([name, of, position])
  })
})

describe('a table somebody brings along', () => {
  it('gives the column of names, with the unit behind it, from below a title', () => {
    const table = nameTable([
      ['Daftar hadir', '', ''],
      ['', '', ''],
      ['No', 'Nama Lengkap', 'OPD'],
      ['1', 'Rina Contoh', 'Bappeda'],
      ['2', ' Budi ', ''],
      ['3', '', 'x'],
    ])
    expect(table).toEqual({ columns: ['No', 'Nama Lengkap', 'OPD'], column: 1, lines: ['Rina Contoh\tBappeda', 'Budi'] })
  })

  it('leaves out who did not come, where the table says so', () => {
    const table = nameTable([
      ['Nama', 'Kehadiran'],
      ['Rina', 'Hadir'],
      ['Budi', 'Izin'],
      ['Tono', 'belum dicatat'],
    ])
    expect(table.lines).toEqual(['Rina'])
  })

  it('takes every line where there is no head, none twice, and another column when told', () => {
    expect(nameTable([['Rina'], [''], ['Rina'], ['Budi', 'Dinkes']])).toMatchObject({ column: null, lines: ['Rina', 'Budi\tDinkes'] })
    expect(
      nameTable(
        [
          ['a', 'Rina'],
          ['b', 'Budi'],
        ],
        1,
      ).lines,
    ).toEqual(['Rina', 'Budi'])
    expect(nameTable([])).toEqual({ columns: [], column: null, lines: [] })
  })
})

describe('the minutes as text', () => {
  const block = { id: 'b1' as BlockId, order: 'a0', kind: 'activity', title: 'Kartu ide', minutes: 60 } as Session['blocks'][number] // the rest is not read
  const session: Session = {
    id: 's1' as SessionId, // made up for the test
    title: 'Diagnose, hari ke-2',
    stage: 'diagnose',
    date: '2026-04-16',
    start: '08:00',
    timeZone: 'WIB',
    place: 'Aula Contoh',
    goal: '',
    template: false,
    teams: [],
    createdAt: '',
    blocks: [block],
    run: emptyRun,
    attendance: marks,
  }
  const note = (kind: Note['kind'], text: string, more: Partial<Note> = {}): Note => ({
    id: text as NoteId, // made up for the test
    order: '',
    session: session.id,
    block: '',
    kind,
    text,
    who: '',
    unit: null,
    innovation: null,
    due: '',
    doneAt: '',
    by: '',
    at: '',
    ...more,
  })

  it('tells who came, what was said in which block, decided, and who does what until when', () => {
    const notes = [
      note('catatan', 'Antrean\nsejak subuh', { block: 'b1' }),
      note('catatan', 'Makan siang ditambah'),
      note('keputusan', 'Loket ditambah satu', { block: 'b1' }),
      note('tindak_lanjut', 'Kirim data', { who: 'Rina Contoh', unit: 'u1' as UnitId, due: '2026-11-30' }), // made up for the test
      note('tindak_lanjut', 'Cetak', { who: 'BPBD', unit: 'u3' as UnitId, doneAt: '2026-04-17T00:00:00Z' }), // made up for the test
      note('catatan', 'Dari sesi lain', { session: 's2' as SessionId }), // made up for the test
      note('catatan', ' '),
    ]
    expect(notulaText(session, notes, { units, people }, 'id')).toBe(
      [
        '*Notula: Diagnose, hari ke-2*',
        'Kamis, 16 April 2026, 08.00 WIB',
        'Aula Contoh',
        '',
        'Hadir 2 dari 5 orang, dari 1 unit',
        'Bappeda 1',
        'Belum hadir: Dinkes, BPBD',
        '',
        '*Kartu ide*',
        '- Antrean sejak subuh',
        '',
        '*Di luar agenda*',
        '- Makan siang ditambah',
        '',
        '*Keputusan*',
        '1. Loket ditambah satu',
        '',
        '*Tindak lanjut*',
        '1. Kirim data (Rina Contoh, Bappeda; paling lambat 30 Nov 2026)',
        '2. Cetak (BPBD; selesai)',
      ].join('\n'),
    )
  })

  it('is short for a session of which nothing was noted', () => {
    expect(notulaText({ ...session, date: '', place: '', attendance: {} }, [], { units, people }, 'en')).toBe(
      '*Minutes: Diagnose, hari ke-2*',
    )
  })
})
