import { expect, it } from 'vitest'
import type { SessionId } from '#shared/model/ids.ts'
import type { SessionState } from '#shared/model/summary.ts'
import { nextOf } from '../../../../../renderer/features/lab/next-of.ts'

const session = (id: string, date: string, state: SessionState = 'rencana') => ({
  head: {
    id: id as SessionId /* test id */,
    title: id,
    stage: 'diagnose' as const,
    date,
    start: '08:30',
    timeZone: 'WIB' as const,
    place: '',
    goal: '',
    template: state === 'pola',
    teams: [],
    createdAt: '',
  },
  state,
})
const next = (...all: ReturnType<typeof session>[]) => nextOf(all, '2026-08-13')?.head.id ?? null

it('is the session that runs, whatever lies before it', () => {
  expect(next(session('today', '2026-08-13'), session('runs', '2026-08-10', 'berjalan'))).toBe('runs')
})

it('is the first planned one of today or later; what lies in the past is not next', () => {
  expect(next(session('gone', '2026-08-12'), session('today', '2026-08-13'), session('later', '2026-08-20'))).toBe('today')
  expect(next(session('gone', '2026-08-12'))).toBeNull()
})

it('is one without a day only when no other waits, and never a template or a session that is over', () => {
  expect(next(session('someday', ''), session('later', '2026-08-20'))).toBe('later')
  expect(next(session('someday', ''))).toBe('someday')
  expect(next(session('over', '2026-08-13', 'selesai'), session('pattern', '2026-08-13', 'pola'))).toBeNull()
})
