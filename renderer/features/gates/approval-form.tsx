/** One record of the leader's approval for all that are chosen. Labinov records an approval; it does not give one (domain.md 1.3). */
import { Button, Checkbox, FileButton, Textarea, TextInput } from '@mantine/core'
import { IconPaperclip, IconWritingSign, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Approval } from '#shared/model/lab.ts'
import { localDay } from '#shared/rules/dates.ts'
import { useText } from '../../app/text.ts'
import { takeFile, wasRefused } from '../../lab/evidence/take-file.ts'
import { useAbout, useLab } from '../../lab/lab-context.tsx'
import { type LabStage, useOpenLab } from '../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { ErrorBanner } from '../../parts/index.ts'
import { nowIso } from '../../state/fresh.ts'
import css from './gates.module.css'
import type { GateRow } from './rows.ts'
import type { GateActs } from './use-act.ts'

type Props = {
  readonly stage: LabStage
  readonly picked: readonly GateRow[]
  readonly acts: GateActs
  readonly busy: boolean
  readonly by: string
  /** Called once all that were chosen are dealt with. */
  readonly letGo: () => void
}

export function ApprovalForm({ stage, picked, acts, busy, by, letGo }: Props) {
  const t = useText()
  const { id: lab, lab: now, stages } = useOpenLab()
  const [draft, setDraft] = useState<Approval>(() => ({
    name: now.leader.name,
    position: now.leader.title,
    date: localDay(nowIso(), now.timeZone),
    document: '',
    remark: '',
    file: '',
  }))
  const [goOn, setGoOn] = useState(true)
  const set = (patch: Partial<Approval>): void => setDraft((before) => ({ ...before, ...patch }))
  const opens = stages.find(({ key }) => key === stage.def.gate.opens)
  const ids = picked.map(({ one }) => one.id)
  const lacking = picked.filter(({ gate }) => gate.missing.length > 0).length
  const again = picked.filter(({ state }) => state === 'done').length
  const complete = (draft.name.trim() !== '' || draft.position.trim() !== '') && draft.date !== ''
  const submit = async () => {
    const answer = await acts.gate(
      ids,
      (client) => client.gate.approve({ lab, stage: stage.key, by, innovations: ids, approval: draft, goOn: goOn && opens !== undefined }),
      (n) => t(goOn && opens !== undefined ? 'gates.didApproveOn' : 'gates.didApprove', { n, stage: opens?.label ?? '' }),
    )
    if (answer !== null && answer.failed.length === 0) letGo()
  }
  return (
    <form
      className={css.stack}
      onSubmit={(event) => {
        event.preventDefault()
        if (complete) void submit()
      }}
    >
      <TextInput
        label={t('innovation.approverName')}
        maxLength={300}
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('innovation.approverPosition')}
        maxLength={300}
        value={draft.position}
        onChange={(event) => set({ position: event.currentTarget.value })}
      />
      <div className={css.pair}>
        <TextInput
          label={t('innovation.date')}
          type="date"
          required
          value={draft.date}
          onChange={(event) => set({ date: event.currentTarget.value })}
        />
        <TextInput
          label={t('gates.document')}
          placeholder={t('innovation.documentHint')}
          maxLength={300}
          value={draft.document}
          onChange={(event) => set({ document: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label={t('innovation.remark')}
        autosize
        minRows={1}
        maxLength={4000}
        value={draft.remark}
        onChange={(event) => set({ remark: event.currentTarget.value })}
      />
      <Sheet file={draft.file} set={(file) => set({ file })} />
      {opens === undefined ? null : (
        <Checkbox
          label={t('gates.goOn', { stage: opens.label })}
          checked={goOn}
          onChange={(event) => setGoOn(event.currentTarget.checked)}
        />
      )}
      {lacking === 0 ? null : <p className={css.warn}>{t('gates.someLack', { n: lacking, of: picked.length })}</p>}
      {again === 0 ? null : <p className={css.warn}>{t('gates.someAgain', { n: again })}</p>}
      <Button type="submit" loading={busy} disabled={!complete} leftSection={<IconWritingSign size={16} stroke={1.75} aria-hidden />}>
        {t('gates.approve', { n: picked.length })}
      </Button>
      {complete ? null : <p className={css.quiet}>{t('innovation.approvalNeeds')}</p>}
    </form>
  )
}

/** The signed sheet as a photograph or a PDF. */
function Sheet({ file, set }: { readonly file: string; readonly set: (name: string) => void }) {
  const t = useText()
  const client = useLab()
  const door = useAbout()?.door
  const { id } = useOpenLab()
  const [title, setTitle] = useState('')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const take = async (chosen: File | null) => {
    if (chosen === null) return
    setBusy(true)
    setTrouble(null)
    try {
      const kept = await takeFile(client, id, chosen, door)
      set(kept.name)
      setTitle(chosen.name)
    } catch (error) {
      const said = troubleOf(error)
      setTrouble(wasRefused(error) ? { ...said, what: t('gates.sheetRefused'), todo: t('gates.sheetRefusedDo') } : said)
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <div className={css.sheet}>
        <FileButton
          accept="application/pdf,image/png,image/jpeg"
          onChange={(chosen) => void take(chosen)}
          inputProps={{ 'aria-label': t('gates.sheet') }}
        >
          {(open) => (
            <Button
              {...open}
              size="xs"
              variant="default"
              loading={busy}
              leftSection={<IconPaperclip size={16} stroke={1.75} aria-hidden />}
            >
              {t(file === '' ? 'gates.sheet' : 'gates.sheetOther')}
            </Button>
          )}
        </FileButton>
        {file === '' ? (
          <span className={css.quiet}>{t('gates.sheetHint')}</span>
        ) : (
          <>
            <span className={css.fileName}>{title}</span>
            <Button size="xs" variant="subtle" aria-label={t('gates.sheetOff')} onClick={() => set('')}>
              <IconX size={16} stroke={1.75} aria-hidden />
            </Button>
          </>
        )}
      </div>
      {trouble === null ? null : <ErrorBanner {...trouble} />}
    </>
  )
}
