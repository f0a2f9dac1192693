/** Handing the form in, giving it back, accepting it; and what has happened so far. */
import { Button, Textarea } from '@mantine/core'
import { IconCircleCheck, IconCornerUpLeft, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { setCanvasState } from '#shared/doc/canvas.ts'
import { addRound } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ReviewRound } from '#shared/model/lab.ts'
import { useText } from '../../../app/text.ts'
import { StatusChip, type Tone } from '../../../parts/index.ts'
import { nowIso } from '../../../state/fresh.ts'
import { asOne } from '../desk.ts'
import { useMoment } from '../moment.ts'
import { useSessionOf } from '../session.tsx'
import style from './form.module.css'
import type { FormMode } from './form.tsx'
import { type Turn, turnOf } from './reviews.ts'

const tones: Readonly<Record<Turn, Tone>> = { draft: 'plain', coach: 'act', team: 'warn', accepted: 'ok' }

export function Rounds({ mode, mend, missing }: { readonly mode: FormMode; readonly mend: number; readonly missing: number }) {
  const { def, value, desk, act, readOnly } = useSessionOf('form')
  const t = useText()
  const moment = useMoment()
  const [remark, setRemark] = useState('')
  const rounds = value.rounds[def.id] ?? []
  const turn = turnOf(rounds)
  const last = rounds.at(-1)
  const record = (kind: ReviewRound['kind']): void => {
    act(() =>
      asOne(desk, () => {
        addRound(desk.doc, def.id, { kind, by: desk.me, at: nowIso(), remark: remark.trim() }, byPerson)
        if (kind === 'accepted') setCanvasState(desk.doc, def.id, 'selesai', byPerson)
      }),
    )
    setRemark('')
  }
  return (
    <section className={style.rounds} aria-label={t('canvas.rounds')}>
      <div className={style.turn}>
        <StatusChip tone={tones[turn]}>{t(`canvas.turn_${turn}`)}</StatusChip>
        {rounds.length === 0 ? null : (
          <details className={style.history}>
            <summary>{t('canvas.roundCount', { n: rounds.length })}</summary>
            <ol>
              {[...rounds.entries()].reverse().map(([at, round]) => (
                // What was taken back is written once more, so the same round may stand there twice.
                <li key={`${at}${round.at}`}>
                  <strong>{t(`canvas.round_${round.kind}`)}</strong> {round.remark}
                  <small>
                    {round.by}, {moment(round.at)}
                  </small>
                </li>
              ))}
            </ol>
          </details>
        )}
        {readOnly || mode !== 'write' || turn === 'coach' || turn === 'accepted' ? null : (
          <Button variant="light" size="sm" leftSection={<IconSend size={16} stroke={1.75} />} onClick={() => record('submitted')}>
            {t('canvas.submit')}
          </Button>
        )}
      </div>
      {last === undefined || last.kind === 'submitted' || last.remark === '' ? null : (
        <p className={style.remark} data-state={last.kind === 'returned' ? 'perlu_perbaikan' : 'ok'}>
          {last.remark}
          <small>
            {last.by}, {moment(last.at)}
          </small>
        </p>
      )}
      {mode === 'write' && turn !== 'coach' && turn !== 'accepted' && missing > 0 ? (
        <p className={style.hint}>{t('canvas.submitAnyway', { n: missing })}</p>
      ) : null}
      {readOnly || mode !== 'review' ? null : (
        <div className={style.give}>
          <Textarea
            aria-label={t('canvas.roundRemark')}
            placeholder={t('canvas.roundRemark')}
            autosize
            minRows={1}
            maxRows={6}
            value={remark}
            onChange={(event) => setRemark(event.currentTarget.value)}
          />
          <Button
            variant="default"
            size="sm"
            leftSection={<IconCornerUpLeft size={16} stroke={1.75} />}
            disabled={remark.trim() === '' && mend === 0}
            onClick={() => record('returned')}
          >
            {t('canvas.return')}
          </Button>
          <Button
            variant="light"
            size="sm"
            leftSection={<IconCircleCheck size={16} stroke={1.75} />}
            disabled={mend > 0}
            onClick={() => record('accepted')}
          >
            {t('canvas.accept')}
          </Button>
          {mend > 0 ? (
            <p className={style.hint}>{t('canvas.acceptNot', { n: mend })}</p>
          ) : (
            <p className={style.hint}>{t('canvas.returnHint')}</p>
          )}
        </div>
      )}
    </section>
  )
}
