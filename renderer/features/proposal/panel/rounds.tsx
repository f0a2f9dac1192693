/** Where the whole proposal stands with the coach: what he wrote when he gave it back, and handing it in. */
import { Button } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { addRound } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { keepVersion } from '#shared/doc/versions.ts'
import type { ReviewRound } from '#shared/model/lab.ts'
import { formatDay, localDay } from '#shared/rules/dates.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { useOpenLab } from '../../../lab/open-lab.tsx'
import { StatusChip, type Tone } from '../../../parts/index.ts'
import { newId, nowIso } from '../../../state/fresh.ts'
import { useDesk } from '../desk.tsx'
import css from './panel.module.css'

const looks: Readonly<Record<ReviewRound['kind'], { readonly tone: Tone; readonly turn: 'coach' | 'team' | 'accepted' }>> = {
  submitted: { tone: 'act', turn: 'coach' },
  returned: { tone: 'warn', turn: 'team' },
  accepted: { tone: 'ok', turn: 'accepted' },
}

export function Rounds() {
  const { doc, form, value, me, readOnly, announce } = useDesk()
  const t = useText()
  const language = useLanguage()
  const { timeZone } = useOpenLab().lab
  const last = value.rounds[form.id]?.at(-1)
  const look = last === undefined ? { tone: 'plain' as const, turn: 'draft' as const } : looks[last.kind]
  const mayHandIn = !readOnly && (last === undefined || last.kind === 'returned')
  const handIn = (): void => {
    const at = nowIso()
    doc.transact(() => {
      // What the coach will read can be looked up and compared with later, whatever is written from now on.
      keepVersion(doc, { id: newId<'version'>(), form: form.id, kind: 'submitted', label: '', by: me, at }, byPerson)
      addRound(doc, form.id, { kind: 'submitted', by: me, at, remark: '' }, byPerson)
    }, byPerson)
    announce(t('canvas.round_submitted'))
  }
  return (
    <section className={css.rounds} aria-label={t('canvas.rounds')}>
      <p className={css.remarkHead}>
        <StatusChip tone={look.tone}>{t(`canvas.turn_${look.turn}`)}</StatusChip>
        {last !== undefined && (
          <>
            <b>{last.by}</b>
            <time dateTime={last.at}>{formatDay(localDay(last.at, timeZone), language)}</time>
          </>
        )}
      </p>
      {last !== undefined && last.remark !== '' && <p className={css.roundRemark}>{last.remark}</p>}
      {mayHandIn && (
        <Button size="xs" variant="default" leftSection={<IconSend size={16} stroke={1.75} aria-hidden />} onClick={handIn}>
          {t('canvas.submit')}
        </Button>
      )}
    </section>
  )
}
