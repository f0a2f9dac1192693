import { expect, it } from 'vitest'
import type { Session } from '#shared/model/session.ts'
import { emptyRun } from '#shared/rules/session-time.ts'
import { hallOf } from '../../../../renderer/projector/hall.ts'

/** 08.00 WIB on 16 April 2026. */
const eight = Date.UTC(2026, 3, 16, 1, 0, 0)
const at = (minutes: number) => new Date(eight + minutes * 60_000).toISOString()
// Only what decides is written out.
const session = (id: string, date: string, run: Partial<Session['run']> = {}, start = '08:00') =>
  ({ id, title: id, date, start, timeZone: 'WIB', template: false, run: { ...emptyRun, ...run } }) as Session
const shown = (sessions: readonly Session[], minutes: number) => {
  const hall = hallOf(sessions, eight + minutes * 60_000)
  return [hall.state, hall.session?.id]
}

it('the hall sees the session that began last of those that run', () => {
  const forgotten = session('lupa', '2026-04-14', { startedAt: at(-2880) })
  const running = session('kini', '2026-04-16', { startedAt: at(0) })
  expect(shown([forgotten, running, session('nanti', '2026-04-16')], 10)).toEqual(['running', 'kini'])
})

it('before the start it sees the next one, never one of the past or an example', () => {
  const past = session('lewat', '2026-04-15')
  const example = { ...session('pola', '2026-04-16'), template: true }
  expect(shown([past, example, session('kini', '2026-04-16'), session('nanti', '2026-04-20')], -30)).toEqual(['waiting', 'kini'])
  expect(shown([past], 0)).toEqual(['waiting', undefined])
  expect(shown([past, session('tanpa hari', '')], 0)).toEqual(['waiting', 'tanpa hari'])
})

it('the day of the lab decides what is today, also shortly after midnight', () => {
  // 00.30 WIB on the 16th is still the 15th in UTC.
  expect(shown([session('kini', '2026-04-16'), session('lewat', '2026-04-15')], -450)).toEqual(['waiting', 'kini'])
})

it('after the end it is thanked for a while, unless the next session is near', () => {
  const over = session('usai', '2026-04-16', { startedAt: at(0), endedAt: at(60) })
  expect(shown([over], 61)).toEqual(['thanks', 'usai'])
  expect(shown([over], 106)).toEqual(['waiting', undefined])
  expect(shown([over, session('lanjut', '2026-04-16', {}, '09:15')], 61)).toEqual(['waiting', 'lanjut'])
})

it('an end that was written by a clock far ahead thanks nobody', () => {
  const ahead = session('nanti', '2026-08-20', { startedAt: at(180_000), endedAt: at(180_120) })
  expect(shown([ahead, session('kini', '2026-04-16')], -30)).toEqual(['waiting', 'kini'])
  // The page looks at its clock four times a minute.
  const over = session('usai', '2026-04-16', { startedAt: at(-90), endedAt: at(0) })
  expect(shown([over], -0.2)).toEqual(['thanks', 'usai'])
})
