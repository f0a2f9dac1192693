/** Panels: which judges sit together, what they judge, and an even share of entries at the press of a button. */
import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Panel as JuryPanel } from '#shared/model/jury.ts'
import { type Balance, balanced } from '#shared/rules/jury-assign.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { EmptyState, Panel } from '../../../parts/index.ts'
import { newId } from '../../../state/fresh.ts'
import { NumberField, TextField } from '../fields.tsx'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import { withNewPanel, withOne, withoutPanel, withPanel, withRestIn, withStageOf } from './edits.ts'
import own from './judges.module.css'

type Props = { readonly open: OpenedConvention; readonly work: ReadonlyMap<string, number> }

export function Panels({ open, work }: Props) {
  const t = useText()
  const { convention, readOnly, change } = open
  const add = () => {
    const id = newId<'panel'>()
    const name = t('jurors.panelName', { n: convention.panels.length + 1 })
    void change(t('jurors.panelAdded', { name }), withNewPanel(id, name))
  }
  return (
    <Panel
      title={t('jurors.panels')}
      note={t('jurors.panelsNote')}
      side={
        !readOnly && (
          <Button variant="default" size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={add}>
            {t('jurors.addPanel')}
          </Button>
        )
      }
    >
      {convention.panels.length === 0 && <EmptyState inside text={t('jurors.panelsEmpty')} />}
      <div className={own.panels}>
        {convention.panels.map((panel) => (
          <One key={panel.id} open={open} panel={panel} work={work} />
        ))}
      </div>
      {!readOnly && convention.panels.length > 0 && convention.entries.length > 0 && <ShareOut open={open} />}
    </Panel>
  )
}

function One({ open, panel, work }: Props & { readonly panel: JuryPanel }) {
  const t = useText()
  const both = useBoth()
  const { convention, readOnly, change } = open
  const unplaced = convention.entries.some(
    (entry) => entry.withdrawn === '' && !convention.panels.some((one) => one.entries.includes(entry.id)),
  )
  return (
    <section className={own.panel} aria-label={panel.name}>
      <div className={css.row}>
        <TextField
          bare
          className={css.grow}
          label={t('jurors.panelTitle')}
          value={panel.name}
          disabled={readOnly}
          write={(name) =>
            name !== '' &&
            void change(
              null,
              withPanel(panel.id, (one) => ({ ...one, name })),
            )
          }
        />
        <span className={css.quiet}>{t('jurors.panelEntries', { n: panel.entries.length })}</span>
        {!readOnly && (
          <button
            type="button"
            className={css.cross}
            aria-label={t('jurors.removePanel', { name: panel.name })}
            onClick={() => void change(t('jurors.panelRemoved', { name: panel.name }), withoutPanel(panel.id))}
          >
            <IconX size={16} stroke={1.75} aria-hidden />
          </button>
        )}
      </div>
      <div className={own.sits}>
        {convention.judges.map((judge) => (
          <Checkbox
            key={judge.id}
            size="xs"
            label={`${judge.name} (${work.get(judge.id) ?? 0})`}
            checked={panel.judges.includes(judge.id)}
            disabled={readOnly}
            onChange={(event) => {
              const sits = event.currentTarget.checked
              void change(
                null,
                withPanel(panel.id, (one) => ({ ...one, judges: withOne(one.judges, judge.id, sits) })),
              )
            }}
          />
        ))}
      </div>
      {convention.stages.length > 1 && (
        <div className={own.stages}>
          <span className={css.quiet}>{t('jurors.panelStages')}</span>
          {convention.stages.map((stage) => (
            <Checkbox
              key={stage.key}
              size="xs"
              label={both(stage.title)}
              checked={panel.stages.length === 0 || panel.stages.includes(stage.key)}
              disabled={readOnly}
              onChange={(event) => {
                const judges = event.currentTarget.checked
                void change(null, withStageOf(panel.id, stage.key, judges))
              }}
            />
          ))}
        </div>
      )}
      {!readOnly && unplaced && (
        <button type="button" className={css.plain} onClick={() => void change(t('jurors.restTaken'), withRestIn(panel.id))}>
          {t('jurors.takeRest')}
        </button>
      )}
    </section>
  )
}

function ShareOut({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const { convention, change } = open
  const [typed, setTyped] = useState<number | null>(null)
  // As many as the smallest panel that sits has: nobody is asked to help out in another panel unless it is wanted.
  const sitting = convention.panels.map(({ judges }) => judges.length).filter((n) => n > 0)
  const perEntry = typed ?? (sitting.length === 0 ? 1 : Math.min(...sitting))
  const [by, setBy] = useState<Balance['by']>('count')
  return (
    <div className={own.share}>
      <NumberField label={t('jurors.perEntry')} min={1} max={40} whole value={perEntry} write={setTyped} />
      <NativeSelect
        label={t('jurors.shareBy')}
        value={by}
        data={[
          { value: 'count', label: t('jurors.shareBy_count') },
          { value: 'category', label: t('jurors.shareBy_category') },
        ]}
        onChange={(event) => setBy(event.currentTarget.value === 'category' ? 'category' : 'count')}
      />
      <Button
        variant="light"
        onClick={() => void change(t('jurors.shared'), (now) => ({ ...now, panels: [...balanced(now, { perEntry, by }, now.id)] }))}
      >
        {t('jurors.share')}
      </Button>
    </div>
  )
}
