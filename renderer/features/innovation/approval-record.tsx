/** Who approved, when, and by which paper. Labinov records an approval; it does not give one. */
import { Button, Textarea, TextInput } from '@mantine/core'
import { IconWritingSign } from '@tabler/icons-react'
import { useState } from 'react'
import { setApproval } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Approval } from '#shared/model/lab.ts'
import type { StageKey } from '#shared/model/pack.ts'
import { formatDay } from '#shared/rules/dates.ts'
import type { GateState } from '#shared/rules/gates.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { AttachedFile } from '../../lab/attached-file.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { notify } from '../../state/notify.ts'
import style from './innovation.module.css'
import { useInnovation } from './innovation-context.tsx'

export function ApprovalRecord({ stage, gate }: { readonly stage: StageKey; readonly gate: GateState }) {
  const { doc, readOnly, act } = useInnovation()
  const { id, lab } = useOpenLab()
  const t = useText()
  const language = useLanguage()
  const [draft, setDraft] = useState<Approval | null>(null)
  const { approval } = gate
  if (draft === null)
    return (
      <div className={style.approval}>
        <h3 className={style.small}>{t('innovation.approval')}</h3>
        {approval === null ? (
          <p className={style.quiet}>
            {t('innovation.needsApproval', { leader: gate.approver === '' ? t('innovation.leader') : gate.approver })}
          </p>
        ) : (
          <dl className={style.record}>
            <dt>{t('innovation.approver')}</dt>
            <dd>{[approval.name, approval.position].filter((part) => part !== '').join(', ')}</dd>
            <dt>{t('innovation.date')}</dt>
            <dd>{approval.date === '' ? t('innovation.notYet') : formatDay(approval.date, language)}</dd>
            <dt>{t('innovation.document')}</dt>
            <dd>{approval.document === '' ? t('innovation.notYet') : approval.document}</dd>
            {approval.remark === '' ? null : (
              <>
                <dt>{t('innovation.remark')}</dt>
                <dd>{approval.remark}</dd>
              </>
            )}
          </dl>
        )}
        {approval === null ? null : (
          <AttachedFile lab={id} name={approval.file} label={t('gates.openSheet')} saveName={`${t('gates.sheetName')} ${approval.date}`} />
        )}
        {readOnly ? null : (
          <div className={style.row}>
            <Button
              variant={approval === null ? 'light' : 'default'}
              size="xs"
              leftSection={<IconWritingSign size={16} stroke={1.75} aria-hidden />}
              onClick={() =>
                setDraft(approval ?? { name: lab.leader.name, position: lab.leader.title, date: '', document: '', remark: '', file: '' })
              }
            >
              {t(approval === null ? 'innovation.recordApproval' : 'innovation.changeApproval')}
            </Button>
            {approval === null ? null : (
              <Button
                variant="subtle"
                size="xs"
                onClick={() => {
                  act(() => setApproval(doc, stage, null, byPerson))
                  notify.undoable(t('innovation.approvalGone'), () => setApproval(doc, stage, approval, byPerson))
                }}
              >
                {t('innovation.removeApproval')}
              </Button>
            )}
          </div>
        )}
      </div>
    )
  const set = (patch: Partial<Approval>): void => setDraft({ ...draft, ...patch })
  const complete = (draft.name.trim() !== '' || draft.position.trim() !== '') && draft.date !== ''
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault()
        act(() => setApproval(doc, stage, draft, byPerson))
        setDraft(null)
      }}
    >
      <h3 className={style.small}>{t('innovation.approval')}</h3>
      <TextInput label={t('innovation.approverName')} value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} />
      <TextInput
        label={t('innovation.approverPosition')}
        value={draft.position}
        onChange={(event) => set({ position: event.currentTarget.value })}
      />
      <TextInput
        label={t('innovation.date')}
        type="date"
        required
        value={draft.date}
        onChange={(event) => set({ date: event.currentTarget.value })}
      />
      <TextInput
        label={t('innovation.document')}
        description={t('innovation.documentHint')}
        value={draft.document}
        onChange={(event) => set({ document: event.currentTarget.value })}
      />
      <Textarea
        label={t('innovation.remark')}
        autosize
        minRows={1}
        value={draft.remark}
        onChange={(event) => set({ remark: event.currentTarget.value })}
      />
      <div className={style.row}>
        <Button type="submit" variant="light" size="sm" disabled={!complete}>
          {t('innovation.keepApproval')}
        </Button>
        <Button variant="default" size="sm" onClick={() => setDraft(null)}>
          {t('app.cancel')}
        </Button>
      </div>
      {complete ? null : <p className={style.quiet}>{t('innovation.approvalNeeds')}</p>}
    </form>
  )
}
