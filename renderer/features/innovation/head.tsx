/** Name, what the acronym stands for, and whose it is; all written in place. */
import { Button, Select, Textarea } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconFileText } from '@tabler/icons-react'
import { writeFacts } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { innovationText } from '#shared/rules/chat-innovation.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { ChatText } from '../../chat/chat-text.tsx'
import { useDraft } from '../../collab/use-draft.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { StageTag, StatusChip } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import style from './innovation.module.css'
import { useInnovation } from './innovation-context.tsx'

export function Head() {
  const { doc, value, readOnly, act, write } = useInnovation()
  const { id, lab, stages } = useOpenLab()
  const packs = usePacks()
  const language = useLanguage()
  const t = useText()
  const name = useDraft(value.name, (next) => write({ name: next }))
  const longName = useDraft(value.longName, (next) => write({ longName: next }))
  const stage = stages.find((one) => one.key === value.stage)
  const archive = (archived: boolean): void => {
    act(() => writeFacts(doc, { archived }, byPerson))
    if (archived) notify.undoable(t('innovation.archivedNow', { name: value.name }), () => writeFacts(doc, { archived: false }, byPerson))
  }
  return (
    <header className={style.head}>
      <div className={style.names}>
        <h1 tabIndex={-1} className={style.hidden}>
          {value.name === '' ? t('innovation.unnamed') : value.name}
        </h1>
        <input
          className={style.name}
          aria-label={t('innovation.name')}
          placeholder={t('innovation.name')}
          readOnly={readOnly}
          maxLength={200}
          {...name}
        />
        <Textarea
          className={style.longName}
          variant="unstyled"
          autosize
          minRows={1}
          maxRows={3}
          aria-label={t('innovation.longName')}
          placeholder={t('innovation.longNameHint')}
          readOnly={readOnly}
          maxLength={300}
          value={longName.value}
          onChange={longName.onChange}
          onBlur={longName.onBlur}
        />
        <div className={style.chips}>
          {stage === undefined ? null : <StageTag stage={stage.key} label={stage.label} />}
          {value.archived ? <StatusChip icon={IconArchive}>{t('innovation.archived')}</StatusChip> : null}
          {value.illustration === '' ? null : <StatusChip>{t('innovation.illustration')}</StatusChip>}
        </div>
      </div>
      <Select
        className={style.unit}
        label={t('innovation.unit')}
        placeholder={t('innovation.noUnit')}
        searchable
        clearable
        disabled={readOnly}
        value={value.unit}
        data={lab.units.map((unit) => ({ value: unit.id, label: unit.name }))}
        onChange={(next) => act(() => writeFacts(doc, { unit: lab.units.find((unit) => unit.id === next)?.id ?? null }, byPerson))}
      />
      <div className={style.headActs}>
        <Button
          component="a"
          variant="default"
          size="sm"
          href={places.innovationDocuments(id, value.id)}
          leftSection={<IconFileText size={16} stroke={1.75} aria-hidden />}
        >
          {t('innovation.documents')}
        </Button>
        <ChatText label={t('chat.innovationShort')} make={() => innovationText({ innovation: value, lab, stages, packs }, language)} />
        {readOnly ? null : value.archived ? (
          <Button
            variant="light"
            size="sm"
            onClick={() => archive(false)}
            leftSection={<IconArchiveOff size={16} stroke={1.75} aria-hidden />}
          >
            {t('innovation.restore')}
          </Button>
        ) : (
          <Button
            variant="default"
            size="sm"
            onClick={() => archive(true)}
            leftSection={<IconArchive size={16} stroke={1.75} aria-hidden />}
          >
            {t('innovation.archive')}
          </Button>
        )}
      </div>
    </header>
  )
}
