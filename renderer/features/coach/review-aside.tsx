/** Beside the form: who stands behind it, what has happened so far, a note for the team, and the keys. */
import { Textarea } from '@mantine/core'
import type { Innovation } from '#shared/model/lab.ts'
import { useText } from '../../app/text.ts'
import { Kbd, Panel } from '../../parts/index.ts'
import { useWhen } from './ago.ts'
import css from './aside.module.css'
import type { Signer } from './signer.ts'
import type { ReviewDesk } from './use-review.ts'

type Props = {
  readonly value: Innovation
  readonly of: string
  readonly desk: ReviewDesk
  readonly signer: Signer
  readonly readOnly: boolean
}

export function ReviewAside({ value, of, desk, signer, readOnly }: Props) {
  const t = useText()
  return (
    <aside className={css.aside} data-region="panel" tabIndex={-1} aria-label={t('coach.about')}>
      <Panel title={t('coach.about')}>
        <p className={css.counts}>{t('coach.counts', { ...desk.counts })}</p>
        {!readOnly && (
          <Textarea
            autosize
            minRows={2}
            maxRows={8}
            maxLength={4000}
            label={t('coach.note')}
            placeholder={t('coach.notePlaceholder')}
            value={desk.note}
            onChange={(event) => desk.setNote(event.currentTarget.value)}
          />
        )}
        {!readOnly && signer.name !== '' && <p className={css.small}>{t('coach.asWho', { name: signer.name })}</p>}
        <Rounds value={value} of={of} />
        <Members value={value} />
      </Panel>
      {!readOnly && <Keys />}
    </aside>
  )
}

function Rounds({ value, of }: { readonly value: Innovation; readonly of: string }) {
  const t = useText()
  const { full } = useWhen()
  const rounds = value.rounds[of] ?? []
  if (rounds.length === 0) return <p className={css.small}>{t('coach.notHandedIn')}</p>
  return (
    <>
      <h3>{t('coach.roundList')}</h3>
      <ol className={css.rounds}>
        {[...rounds.entries()].reverse().map(([at, round]) => (
          // The same round may stand there twice: what was taken back is written once more.
          <li key={`${at}${round.at}`}>
            <b>{t(`coach.round_${round.kind}`)}</b> {t('coach.by', { name: round.by })}
            <small>{full(round.at)}</small>
            {round.remark !== '' && <p>{round.remark}</p>}
          </li>
        ))}
      </ol>
    </>
  )
}

function Members({ value }: { readonly value: Innovation }) {
  const t = useText()
  const names = value.members.map(({ name }) => name.trim()).filter((name) => name !== '')
  if (names.length === 0) return null
  return (
    <>
      <h3>{t('coach.members')}</h3>
      <p className={css.small}>{names.join(', ')}</p>
    </>
  )
}

const keyLines = [
  [['J ↓', 'K ↑'], 'coach.keyField'],
  [['O'], 'coach.keyOk'],
  [['P'], 'coach.keyMend'],
  [['1–6'], 'coach.keyQuick'],
  [['Ctrl ↵'], 'coach.keyFinish'],
  [['A'], 'coach.keyAll'],
  [['N', '⇧N'], 'coach.keyTeam'],
  [['Ctrl Z'], 'coach.keyUndo'],
] as const

function Keys() {
  const t = useText()
  return (
    <Panel title={t('coach.keysTitle')} className={css.keysPanel}>
      <dl className={css.keys}>
        {keyLines.map(([keys, text]) => (
          <div key={text}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
