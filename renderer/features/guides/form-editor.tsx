/** A proposal form: what is asked, in which order, within which limits, and what has to be handed in with it. */
import { Checkbox, TextInput } from '@mantine/core'
import type { FormField, ProposalDef, ProposalSection, ProposalStatement } from '#shared/model/pack.ts'
import { fieldTypes } from '#shared/model/pack.ts'
import { useBoth, useText } from '../../app/text.ts'
import { Choice, type EditorProps, StatusField } from './editors.tsx'
import { Both, Count, freshKey, keyed, Lines, Ordered } from './fields.tsx'
import css from './guides.module.css'

const empty = { id: '', en: '' }

export function FormEditor({ def, change, disabled }: EditorProps<ProposalDef>) {
  const t = useText()
  const weight = def.sections.reduce((sum, one) => sum + (one.weight ?? 0), 0)
  return (
    <>
      <div className={css.fields}>
        <Both label={t('guides.name')} value={def.title} onChange={(title) => change({ title })} disabled={disabled} />
        <Both label={t('guides.short')} value={def.short} onChange={(short) => change({ short })} disabled={disabled} />
        <Rules def={def} change={change} disabled={disabled} />
        <StatusField value={def.status} onChange={(status) => change({ status })} disabled={disabled} />
      </div>
      <h3 className={css.group}>{t('guides.sections')}</h3>
      <p className={css.quiet}>{t('guides.sectionsNote', { n: def.sections.length, weight })}</p>
      <Sections def={def} change={change} disabled={disabled} />
      <h3 className={css.group}>{t('guides.header')}</h3>
      <Header def={def} change={change} disabled={disabled} />
      <h3 className={css.group}>{t('guides.statements')}</h3>
      <Statements def={def} change={change} disabled={disabled} />
    </>
  )
}

function Rules({ def, change, disabled }: EditorProps<ProposalDef>) {
  const t = useText()
  const day = (label: string, value: string, onChange: (value: string) => void) => (
    <TextInput
      type="date"
      label={label}
      value={value}
      readOnly={disabled}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  )
  const window = def.window ?? { from: '', until: '' }
  // Half a window is kept while it is being typed; the lab says what is missing when it is saved.
  const setWindow = (next: { readonly from: string; readonly until: string }): void =>
    change({ window: next.from === '' && next.until === '' ? undefined : next })
  return (
    <div className={css.row} data-many>
      <Count
        label={t('guides.age')}
        value={def.ageYears}
        decimals={1}
        max={20}
        disabled={disabled}
        onChange={(ageYears) => change({ ageYears })}
      />
      {day(t('guides.closing'), def.closing ?? '', (closing) => change({ closing: closing === '' ? undefined : closing }))}
      {day(t('guides.windowFrom'), window.from, (from) => setWindow({ ...window, from }))}
      {day(t('guides.windowUntil'), window.until, (until) => setWindow({ ...window, until }))}
    </div>
  )
}

function Sections({ def, change, disabled }: EditorProps<ProposalDef>) {
  const t = useText()
  const say = useBoth()
  return (
    <Ordered<ProposalSection>
      items={def.sections}
      onChange={(sections) => change({ sections: [...sections] })}
      keyOf={({ key }) => key}
      nameOf={(one, at) => `${t('guides.section', { n: at + 1 })}: ${say(one.title)}`}
      disabled={disabled}
      add={{
        label: t('guides.addSection'),
        make: () => ({
          key: freshKey('bagian', def.sections),
          title: empty,
          prompt: empty,
          guidance: [],
          subheads: [],
          minWords: 0,
          draws: [],
        }),
      }}
      draw={(one, patch) => (
        <>
          <Both label={t('guides.sectionTitle')} value={one.title} onChange={(title) => patch({ title })} disabled={disabled} />
          <Both label={t('guides.prompt')} value={one.prompt} onChange={(prompt) => patch({ prompt })} long disabled={disabled} />
          <div className={css.row} data-many>
            <Count label={t('guides.minWords')} value={one.minWords} disabled={disabled} onChange={(n) => patch({ minWords: n ?? 0 })} />
            <Count
              label={t('guides.maxWords')}
              value={one.maxWords}
              min={1}
              disabled={disabled}
              onChange={(maxWords) => patch({ maxWords })}
            />
            <Count
              label={t('guides.weight')}
              value={one.weight}
              max={100}
              decimals={2}
              disabled={disabled}
              onChange={(n) => patch({ weight: n })}
            />
            <Count
              label={t('guides.attachments')}
              hint={t('guides.attachmentsHint')}
              value={one.attachments?.most}
              disabled={disabled}
              onChange={(most) => patch({ attachments: most === undefined ? undefined : { required: false, ...one.attachments, most } })}
            />
          </div>
          <Lines
            label={t('guides.guidance')}
            hint={t('guides.guidanceHint')}
            value={one.guidance}
            disabled={disabled}
            onChange={(guidance) => patch({ guidance: [...guidance] })}
          />
          <Lines
            label={t('guides.subheads')}
            hint={t('guides.subheadsHint')}
            value={one.subheads.map(({ label }) => label)}
            disabled={disabled}
            onChange={(lines) => patch({ subheads: [...keyed(lines, one.subheads, 'sub', (key, label) => ({ key, label }))] })}
          />
          {one.draws.length > 0 && <p className={css.quiet}>{t('guides.draws', { n: one.draws.length })}</p>}
        </>
      )}
    />
  )
}

function Header({ def, change, disabled }: EditorProps<ProposalDef>) {
  const t = useText()
  const say = useBoth()
  return (
    <Ordered<FormField>
      items={def.header}
      onChange={(header) => change({ header: [...header] })}
      keyOf={({ key }) => key}
      nameOf={(one, at) => `${t('guides.field', { n: at + 1 })}: ${say(one.label)}`}
      disabled={disabled}
      add={{
        label: t('guides.addField'),
        make: () => ({
          key: freshKey('isian', def.header),
          label: empty,
          type: 'line',
          required: false,
          width: 'full',
          anchors: [],
          head: true,
        }),
      }}
      draw={(one, patch) => (
        <>
          <Both label={t('guides.fieldLabel')} value={one.label} onChange={(label) => patch({ label })} disabled={disabled} />
          <div className={css.row}>
            <Choice
              label={t('guides.fieldType')}
              value={one.type}
              options={fieldTypes.map((type) => ({ value: type, label: type }))}
              disabled={disabled}
              onChange={(type) => patch({ type })}
            />
            <Checkbox
              mt={30}
              label={t('guides.required')}
              checked={one.required}
              disabled={disabled}
              onChange={({ currentTarget }) => patch({ required: currentTarget.checked })}
            />
          </div>
          {(one.type === 'choice' || one.type === 'multi') && (
            <Lines
              label={t('guides.options')}
              hint={t('guides.optionsHint')}
              value={(one.options ?? []).map(({ label }) => label)}
              disabled={disabled}
              onChange={(lines) => patch({ options: [...keyed(lines, one.options ?? [], 'pilihan', (key, label) => ({ key, label }))] })}
            />
          )}
        </>
      )}
    />
  )
}

function Statements({ def, change, disabled }: EditorProps<ProposalDef>) {
  const t = useText()
  const say = useBoth()
  return (
    <Ordered<ProposalStatement>
      items={def.statements}
      onChange={(statements) => change({ statements: [...statements] })}
      keyOf={({ key }) => key}
      nameOf={(one, at) => `${t('guides.statement', { n: at + 1 })}: ${say(one.title)}`}
      disabled={disabled}
      add={{ label: t('guides.addStatement'), make: () => ({ key: freshKey('surat', def.statements), title: empty, required: true }) }}
      draw={(one, patch) => (
        <>
          <Both label={t('guides.name')} value={one.title} onChange={(title) => patch({ title })} disabled={disabled} />
          <Both
            label={t('guides.hint')}
            value={one.hint ?? empty}
            onChange={(hint) => patch({ hint: hint.id === '' && hint.en === '' ? undefined : hint })}
            disabled={disabled}
          />
          <Checkbox
            label={t('guides.required')}
            checked={one.required}
            disabled={disabled}
            onChange={({ currentTarget }) => patch({ required: currentTarget.checked })}
          />
        </>
      )}
    />
  )
}
