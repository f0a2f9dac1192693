/** What the coach said of a canvas that is drawn and not filled in: his remark, where it stands, and handing it in again. */
import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { byPerson } from '#shared/doc/origins.ts'
import { addRound, reviewKey, wholeCanvas } from '#shared/doc/reviews.ts'
import { useText } from '../../app/text.ts'
import { StatusChip, type Tone } from '../../parts/index.ts'
import { nowIso } from '../../state/fresh.ts'
import style from './coach-line.module.css'
import { type Turn, turnOf } from './form/reviews.ts'
import { useMoment } from './moment.ts'
import { useSession } from './session.tsx'

const tones: Readonly<Record<Turn, Tone>> = { draft: 'plain', coach: 'act', team: 'warn', accepted: 'ok' }

/** Nothing until a coach looked at it or it was handed in. Reviewed forms say the same beside their fields. */
export function CoachLine() {
  const { def, value, desk, act, readOnly, announce } = useSession()
  const t = useText()
  const moment = useMoment()
  if (def.kind === 'form' && def.review && def.survey === undefined) return null
  const review = value.reviews[reviewKey(def.id, wholeCanvas)]
  const rounds = value.rounds[def.id] ?? []
  const last = rounds.at(-1)
  if (last === undefined && (review === undefined || review.state === 'belum')) return null
  const turn = turnOf(rounds)
  const handIn = (): void => {
    act(() => addRound(desk.doc, def.id, { kind: 'submitted', by: desk.me, at: nowIso(), remark: '' }, byPerson))
    announce(t('canvas.round_submitted'))
  }
  const said = [
    ...(review !== undefined && review.state !== 'belum' && review.remark !== '' ? [review] : []),
    // Giving back, a coach most often says once more what he wrote beside it.
    ...(last !== undefined && last.kind !== 'submitted' && last.remark !== '' && last.remark !== review?.remark ? [last] : []),
  ]
  return (
    <section
      className={style.line}
      aria-label={t('canvas.rounds')}
      data-mend={(turn !== 'coach' && review?.state === 'perlu_perbaikan') || undefined}
    >
      <StatusChip tone={tones[turn]}>{t(`canvas.turn_${turn}`)}</StatusChip>
      <div className={style.said}>
        {said.map(({ remark, by, at }) => (
          <p key={at + remark}>
            {remark}{' '}
            <small>
              {by}, {moment(at)}
            </small>
          </p>
        ))}
        {said.length === 0 && last !== undefined && (
          <p>
            {t(`canvas.round_${last.kind}`)}{' '}
            <small>
              {last.by}, {moment(last.at)}
            </small>
          </p>
        )}
      </div>
      {!readOnly && (turn === 'draft' || turn === 'team') && (
        <Button size="xs" variant="default" leftSection={<IconSend size={16} stroke={1.75} aria-hidden />} onClick={handIn}>
          {t('canvas.submit')}
        </Button>
      )}
    </section>
  )
}
