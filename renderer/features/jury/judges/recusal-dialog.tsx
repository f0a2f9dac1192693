/** Declares that a judge has an interest in an entry, or sets such a recusal aside; both with a reason that stays written down. */
import type { Entry, Judge } from '#shared/model/jury.ts'
import type { RecusalWhy } from '#shared/rules/jury-recusal.ts'
import { useText } from '../../../app/text.ts'
import { useSettings } from '../../../lab/lab-context.tsx'
import { nowIso } from '../../../state/fresh.ts'
import { ReasonDialog } from '../reason-dialog.tsx'
import type { OpenedConvention } from '../use-convention.ts'
import { entryName } from '../words.ts'
import { withLift, withRecusal } from './edits.ts'

export function RecusalDialog(props: {
  readonly open: OpenedConvention
  readonly judge: Judge
  readonly entry: Entry
  readonly recused: RecusalWhy | null
  readonly close: () => void
}) {
  const t = useText()
  const { me } = useSettings()
  const { open, judge, entry, recused, close } = props
  const names = { judge: judge.name, entry: entryName(entry) }
  const by = me.name.trim() || t('jurors.secretariat')
  const made = (reason: string) => ({ judge: judge.id, entry: entry.id, reason, by, at: nowIso() })
  if (recused === null)
    return (
      <ReasonDialog
        title={t('jurors.recuseTitle', names)}
        text={t('jurors.recuseText')}
        act={t('jurors.recuse')}
        done={(reason) => void open.change(t('jurors.recused', names), withRecusal(made(reason)))}
        close={close}
      />
    )
  const why = recused.why === 'unit' ? t('jurors.whyUnit') : t('jurors.whyDeclared', { reason: recused.reason })
  return (
    <ReasonDialog
      title={t('jurors.liftTitle', names)}
      text={t('jurors.liftText', { why })}
      act={t('jurors.lift')}
      // Nothing takes it back: that it was set aside stays on record.
      done={(reason) => void open.change(null, withLift(made(reason)))}
      close={close}
    />
  )
}
