/** The facts of an innovation that forms and reports ask for. */
import { Autocomplete, Select, Textarea, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import { type InnovationForm, type InnovationKind, innovationForms, innovationKinds } from '#shared/model/lab.ts'
import { urusanOf } from '#shared/rules/monitoring.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useDraft } from '../../collab/use-draft.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { Panel } from '../../parts/index.ts'
import style from './innovation.module.css'
import { useInnovation } from './innovation-context.tsx'

const oneOf = <T extends string>(all: readonly T[], value: string | null): T | null => all.find((one) => one === value) ?? null

export function FactsPanel() {
  const { value, readOnly, write } = useInnovation()
  const t = useText()
  const summary = useDraft(value.summary, (next) => write({ summary: next }))
  return (
    <Panel title={t('innovation.facts')}>
      <div className={style.facts}>
        <Textarea
          className={style.wide}
          label={t('innovation.summary')}
          description={t('innovation.summaryHint')}
          autosize
          minRows={2}
          readOnly={readOnly}
          maxLength={2000}
          value={summary.value}
          onChange={summary.onChange}
          onBlur={summary.onBlur}
        />
        <Select
          label={t('innovation.kind')}
          description={
            value.kind === null ? t('innovation.kindHint') : `${t(`innovation.kindMeans_${value.kind}`)} ${t('innovation.ours')}`
          }
          clearable
          disabled={readOnly}
          value={value.kind}
          data={innovationKinds.map((kind: InnovationKind) => ({ value: kind, label: t(`innovation.kind_${kind}`) }))}
          onChange={(next) => write({ kind: oneOf(innovationKinds, next) })}
        />
        <Select
          label={t('innovation.form')}
          clearable
          disabled={readOnly}
          value={value.form}
          data={innovationForms.map((form: InnovationForm) => ({ value: form, label: t(`innovation.form_${form}`) }))}
          onChange={(next) => write({ form: oneOf(innovationForms, next) })}
        />
        <Select
          label={t('innovation.digital')}
          clearable
          disabled={readOnly}
          value={value.digital === null ? null : value.digital ? 'digital' : 'plain'}
          data={[
            { value: 'digital', label: t('innovation.digitalYes') },
            { value: 'plain', label: t('innovation.digitalNo') },
          ]}
          onChange={(next) => write({ digital: next === null ? null : next === 'digital' })}
        />
        <UrusanField />
        <TextInput
          label={t('innovation.startedOn')}
          description={t('innovation.startedHint')}
          type="date"
          readOnly={readOnly}
          value={value.startedOn}
          onChange={(event) => write({ startedOn: event.currentTarget.value })}
        />
      </div>
    </Panel>
  )
}

/** Free text with the affairs the packs know as suggestions: regions name some of theirs otherwise. */
function UrusanField() {
  const { value, readOnly, write } = useInnovation()
  const t = useText()
  const both = useBoth()
  const packs = usePacks()
  const draft = useDraft(value.urusan, (next) => write({ urusan: next }))
  const choices = useMemo(() => {
    const known = urusanOf(packs).map(({ name, group }) => ({ name: both(name), group: both(group) }))
    const groups = [...new Set(known.map(({ group }) => group))]
    return groups.map((group) => ({ group, items: known.filter((one) => one.group === group).map(({ name }) => name) }))
  }, [packs, both])
  return (
    <Autocomplete
      label={t('monitor.urusanField')}
      description={t('monitor.urusanHint')}
      readOnly={readOnly}
      maxLength={200}
      limit={60}
      data={choices}
      value={draft.value}
      onChange={(next) => draft.onChange({ currentTarget: { value: next } })}
      onBlur={draft.onBlur}
    />
  )
}
