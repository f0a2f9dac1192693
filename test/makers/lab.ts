/** Labs for tests: sane defaults, any part overridden. */
import type { LabId, PersonId, UnitId } from '#shared/model/ids.ts'
import type { Lab, Person, Unit } from '#shared/model/lab.ts'
import { emptyKop, noTrial, plainNaskah } from '#shared/rules/blank.ts'

export const makeUnit = (over: Partial<Omit<Unit, 'id'>> & { id?: string } = {}): Unit => ({
  order: 'a0',
  name: 'Dinas Kependudukan dan Pencatatan Sipil',
  short: 'Disdukcapil',
  kind: 'opd',
  head: 'Contoh Kepala',
  headPosition: 'Kepala Dinas Kependudukan dan Pencatatan Sipil',
  headNip: '',
  ...over,
  id: (over.id ?? 'disdukcapil') as UnitId /* test id */,
})

export const makePerson = (over: Partial<Omit<Person, 'id' | 'unit'>> & { id?: string; unit?: string | null } = {}): Person => ({
  order: 'a0',
  name: 'Contoh Peserta',
  position: 'Analis',
  role: 'inovator',
  phone: '',
  email: '',
  nip: '',
  ...over,
  id: (over.id ?? 'peserta-1') as PersonId /* test id */,
  unit: (over.unit ?? null) as UnitId | null /* test id */,
})

export const makeLab = (over: Partial<Omit<Lab, 'id'>> & { id?: string } = {}): Lab => ({
  region: 'Solok',
  regionKind: 'kota',
  year: 2026,
  jilid: 2,
  theme: 'Pelayanan publik',
  method: 'lan-6d',
  stage: 'diagnose',
  timeZone: 'WIB',
  place: 'Solok',
  leader: { title: 'Wali Kota Solok', name: '' },
  coordinator: {
    unit: 'Badan Penelitian dan Pengembangan',
    name: 'Contoh Koordinator',
    position: 'Kepala Badan Penelitian dan Pengembangan',
    nip: '',
  },
  kop: {
    baris1: 'PEMERINTAH KOTA SOLOK',
    baris2: 'BADAN PENELITIAN DAN PENGEMBANGAN',
    alamat: 'Jalan Contoh Nomor 1',
    telepon: '',
    posel: 'contoh@solok.example',
    laman: 'solok.example',
    kodePos: '27300',
    logo: '',
  },
  kopJabatan: emptyKop,
  kopLan: emptyKop,
  naskah: plainNaskah,
  closings: {},
  indexTrial: noTrial,
  officials: [],
  paper: 'A4',
  stageLabels: {},
  province: '',
  deadlines: {},
  continues: null,
  units: [makeUnit()],
  people: [],
  illustration: '',
  archived: false,
  createdAt: '2026-04-01T01:00:00.000Z',
  ...over,
  id: (over.id ?? 'lab-solok-2026') as LabId /* test id */,
})
