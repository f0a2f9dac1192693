/** Sessions, notes, rewards and the like for tests: sane defaults, any part overridden. */
import type { NoteId, PhotoId, RewardId, SessionId } from '#shared/model/ids.ts'
import type { Approval } from '#shared/model/lab.ts'
import type { Attendance, LabLog, Note, Photo, Reward, Session } from '#shared/model/session.ts'
import { emptyRun } from '#shared/rules/session-time.ts'

export const emptyLog: LabLog = { sessions: [], notes: [], photos: [], partners: [], rewards: [], approvals: [] }

export const makeSession = (over: Partial<Omit<Session, 'id'>> & { id?: string } = {}): Session => ({
  title: 'Diagnose, hari ke-1',
  stage: 'diagnose',
  date: '2026-04-14',
  start: '08:30',
  timeZone: 'WIB',
  place: 'Aula Contoh',
  goal: '',
  template: false,
  teams: [],
  createdAt: '2026-04-01T01:00:00.000Z',
  blocks: [],
  run: { ...emptyRun, startedAt: '2026-04-14T01:30:00.000Z', endedAt: '2026-04-14T08:00:00.000Z' },
  attendance: {},
  ...over,
  id: (over.id ?? 'sesi-1') as SessionId /* test id */,
})

export const came = (...people: readonly string[]): Readonly<Record<string, Attendance>> =>
  Object.fromEntries(people.map((id) => [id, { state: 'hadir', at: '2026-04-14T01:20:00.000Z', walkIn: false }]))

export const makeNote = (over: Partial<Omit<Note, 'id' | 'session'>> & { id?: string; session?: string | null } = {}): Note => ({
  order: 'a0',
  block: '',
  kind: 'tindak_lanjut',
  text: 'Lengkapi data antrean',
  who: 'Contoh Peserta',
  unit: null,
  innovation: null,
  due: '',
  doneAt: '',
  by: 'Contoh Notulis',
  at: '2026-04-14T07:00:00.000Z',
  ...over,
  id: (over.id ?? 'catatan-1') as NoteId /* test id */,
  session: (over.session === undefined ? 'sesi-1' : over.session) as SessionId | null /* test id */,
})

export const makePhoto = (over: Partial<Omit<Photo, 'id' | 'session'>> & { id?: string; session?: string } = {}): Photo => ({
  order: 'a0',
  block: '',
  name: `${'a'.repeat(64)}.jpg`,
  caption: '',
  width: 800,
  height: 600,
  by: '',
  at: '2026-04-14T03:00:00.000Z',
  ...over,
  id: (over.id ?? 'foto-1') as PhotoId /* test id */,
  session: (over.session ?? 'sesi-1') as SessionId /* test id */,
})

export const makeReward = (over: Partial<Omit<Reward, 'id'>> & { id?: string } = {}): Reward => ({
  order: 'a0',
  kind: 'piagam',
  title: 'Inovasi yang diluncurkan',
  to: 'innovation',
  amount: null,
  criteria: [{ indicator: 'launched', atLeast: 1 }],
  most: null,
  added: [],
  left: [],
  note: '',
  ...over,
  id: (over.id ?? 'piagam-1') as RewardId /* test id */,
})

export const approved = (over: Partial<Approval> = {}): Approval => ({
  name: '',
  position: 'Wali Kota Contoh',
  date: '2026-05-05',
  document: '',
  remark: '',
  file: '',
  ...over,
})
