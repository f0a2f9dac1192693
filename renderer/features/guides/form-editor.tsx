/** A proposal form: what is asked, in which order, within which limits, and what has to be handed in with it. */
import type { FormField, ProposalDef, ProposalSection, ProposalStatement } from '#shared/model/pack.ts'
import { fieldTypes } from '#shared/model/pack.ts'
import { useBoth, useText } from '../../app/text.ts'
import { type EditorProps, StatusField } from './editors.tsx'
import { Both, Choice, Count, Line, Lines, Tick } from './fields.tsx'
import css from './guides.module.css'
import { keyed, keyFrom } from './lines.ts'
import { Ordered } from './ordered.tsx'

const empty = { id: '', en: '' }

/** `base` is the form as it is saved: keys that are in it are named by what people wrote, and stay. */
type Props = EditorProps<ProposalDef> & { readonly base: ProposalDef }

const keysOf = (list: readonly { readonly key: string }[]): readonly string[] => list.map(({ key }) => key)

export function FormEditor({ def, base, change, disabled }: Props) {
  const t = useText()
  return (
    <>
      <div className={css.fields}>
        <Both at="title" label={t('guides.name')} value={def.title} onChange={(title) => change({ title })} disabled={disabled} />
        <Both at="short" label={t('guides.short')} value={def.short} onChange={(short) => change({ short })} disabled={disabled} />
        <Rules def={def} change={change} disabled={disabled} />
        <StatusField value={def.status} onChange={(status) => change({ status })} disabled={disabled} />
      </div>
      <h3 className={css.group}>{t('guides.sections')}</h3>
      <Weights def={def} />
      <Sections def={def} base={base} change={change} disabled={disabled} />
      <h3 className={css.group}>{t('guides.header')}</h3>
      <Header def={def} base={base} change={change} disabled={disabled} />
      <h3 className={css.group}>{t('guides.statements')}</h3>
      <Statements def={def} base={base} change={change} disabled={disabled} />
    </>
  )
}

/** Said while one types, since it is the usual slip: a section more, and the weights no longer make the whole. */
function Weights({ def: { sections, weightTotal = 100 } }: { readonly def: ProposalDef }) {
  const t = useText()
  const weights = sections.flatMap(({ weight }) => weight ?? [])
  const weight = Math.round(weights.reduce((sum, one) => sum + one, 0) * 100) / 100
  if (weights.length === 0) return <p className={css.quiet}>{t('guides.sectionsNoWeight', { n: sections.length })}</p>
  const fits = weight === weightTotal
  return (
    <p className={css.quiet} role="status" data-tone={fits ? undefined : 'warn'}>
      {t(fits ? 'guides.sectionsNote' : 'guides.sectionsOff', { n: sections.length, weight, total: weightTotal })}
    </p>
  )
}

function Rules({ def, change, disabled }: EditorProps<ProposalDef>) {
  const t = useText()
  const window = def.window ?? { from: '', until: '' }
  // Half a window is kept while it is being typed; the lab says what is missing when it is saved.
  const setWindow = (next: { readonly from: string; readonly until: string }): void =>
    change({ window: next.from === '' && next.until === '' ? undefined : next })
  const day = (at: string, label: string, value: string, onChange: (value: string) => void) => (
    <Line at={at} type="date" label={label} value={value} onChange={onChange} disabled={disabled} />
  )
  return (
    <div className={css.row} data-many>
      <Count
        at="ageYears"
        label={t('guides.age')}
        value={def.ageYears}
        decimals={1}
        max={20}
        disabled={disabled}
        onChange={(ageYears) => change({ ageYears })}
      />
      {day('closing', t('guides.closing'), def.closing ?? '', (closing) => change({ closing: closing === '' ? undefined : closing }))}
      {day('window.from', t('guides.windowFrom'), window.from, (from) => setWindow({ ...window, from }))}
      {day('window.until', t('guides.windowUntil'), window.until, (until) => setWindow({ ...window, until }))}
    </div>
  )
}

function Sections({ def, base, change, disabled }: Props) {
  const t = useText()
  const say = useBoth()
  const saved = keysOf(base.sections)
  return (
    <Ordered<ProposalSection>
      at="sections"
      items={def.sections}
      onChange={(update) => change((now) => ({ sections: [...update(now.sections)] }))}
      nameOf={(one, at) => named(t('guides.section', { n: at + 1 }), say(one.title))}
      noteOf={(one) => limitsOf(one, t)}
      disabled={disabled}
      add={[
        {
          label: t('guides.addSection'),
          make: (now) => ({
            key: keyFrom('', [...saved, ...keysOf(now)], 'bagian'),
            title: empty,
            prompt: empty,
            guidance: [],
            subheads: [],
            minWords: 0,
            draws: [],
          }),
        },
      ]}
      draw={(one, patch) => (
        <>
          <Both
            at="title"
            label={t('guides.sectionTitle')}
            value={one.title}
            onChange={(title) => patch({ title, ...newKey(one, title.id, saved, def.sections, 'bagian') })}
            disabled={disabled}
          />
          <SectionFields
            def={one}
            base={base.sections.find(({ key }) => key === one.key)}
            change={(update) => patch(typeof update === 'function' ? update(one) : update)}
            disabled={disabled}
          />
        </>
      )}
    />
  )
}

const named = (what: string, title: string): string => (title.trim() === '' ? what : `${what}: ${title}`)

/** `200–500 kata · 15%` */
function limitsOf({ minWords, maxWords, weight }: ProposalSection, t: ReturnType<typeof useText>): string {
  const words =
    maxWords !== undefined
      ? t(minWords > 0 ? 'guides.wordsBetween' : 'guides.wordsMost', { min: minWords, max: maxWords })
      : minWords > 0
        ? t('guides.wordsLeast', { min: minWords })
        : ''
  return [words, ...(weight === undefined ? [] : [`${weight}%`])].filter((one) => one !== '').join(' · ')
}

/** Something that is not saved yet is called by its words; what is saved keeps its key for good. */
function newKey(
  one: { readonly key: string },
  words: string,
  saved: readonly string[],
  all: readonly { readonly key: string }[],
  otherwise: string,
): { readonly key?: string } {
  if (saved.includes(one.key)) return {}
  return { key: keyFrom(words, [...saved, ...keysOf(all.filter((each) => each.key !== one.key))], otherwise) }
}

type SectionProps = EditorProps<ProposalSection> & { readonly base: ProposalSection | undefined }

function SectionFields({ def, base, change, disabled }: SectionProps) {
  const t = useText()
  return (
    <>
      <Both at="prompt" label={t('guides.prompt')} value={def.prompt} onChange={(prompt) => change({ prompt })} long disabled={disabled} />
      <div className={css.row} data-many>
        <Count
          at="minWords"
          label={t('guides.minWords')}
          value={def.minWords}
          disabled={disabled}
          onChange={(n) => change({ minWords: n ?? 0 })}
        />
        <Count
          at="maxWords"
          label={t('guides.maxWords')}
          value={def.maxWords}
          min={1}
          disabled={disabled}
          onChange={(maxWords) => change({ maxWords })}
        />
        <Count
          at="weight"
          label={t('guides.weight')}
          value={def.weight}
          max={100}
          decimals={2}
          disabled={disabled}
          onChange={(weight) => change({ weight })}
        />
        <Count
          at="attachments"
          label={t('guides.attachments')}
          hint={t('guides.attachmentsHint')}
          value={def.attachments?.most}
          disabled={disabled}
          onChange={(most) => change({ attachments: most === undefined ? undefined : { required: false, ...def.attachments, most } })}
        />
      </div>
      <Lines
        at="guidance"
        label={t('guides.guidance')}
        hint={t('guides.guidanceHint')}
        value={def.guidance}
        disabled={disabled}
        onChange={(guidance) => change({ guidance: [...guidance] })}
      />
      <Lines
        at="subheads"
        label={t('guides.subheads')}
        hint={t('guides.subheadsHint')}
        value={def.subheads.map(({ label }) => label)}
        disabled={disabled}
        onChange={(lines) =>
          change({ subheads: [...keyed(lines, def.subheads, keysOf(base?.subheads ?? []), (key, label) => ({ key, label }))] })
        }
      />
      {def.draws.length > 0 && <p className={css.quiet}>{t('guides.draws', { n: def.draws.length })}</p>}
    </>
  )
}

function Header({ def, base, change, disabled }: Props) {
  const t = useText()
  const say = useBoth()
  const saved = keysOf(base.header)
  return (
    <Ordered<FormField>
      at="header"
      items={def.header}
      onChange={(update) => change((now) => ({ header: [...update(now.header)] }))}
      nameOf={(one, at) => named(t('guides.field', { n: at + 1 }), say(one.label))}
      noteOf={(one) => t(`guides.type_${one.type}`)}
      disabled={disabled}
      add={[
        {
          label: t('guides.addField'),
          make: (now) => ({
            key: keyFrom('', [...saved, ...keysOf(now)], 'isian'),
            label: empty,
            type: 'line',
            required: false,
            width: 'full',
            anchors: [],
            head: true,
          }),
        },
      ]}
      draw={(one, patch) => (
        <>
          <Both
            at="label"
            label={t('guides.fieldLabel')}
            value={one.label}
            onChange={(label) => patch({ label, ...newKey(one, label.id, saved, def.header, 'isian') })}
            disabled={disabled}
          />
          <FieldKind
            def={one}
            base={base.header.find(({ key }) => key === one.key)}
            change={(update) => patch(typeof update === 'function' ? update(one) : update)}
            disabled={disabled}
          />
        </>
      )}
    />
  )
}

function FieldKind({ def, base, change, disabled }: EditorProps<FormField> & { readonly base: FormField | undefined }) {
  const t = useText()
  return (
    <>
      <div className={css.row}>
        <Choice
          at="type"
          label={t('guides.fieldType')}
          value={def.type}
          options={fieldTypes.map((type) => ({ value: type, label: t(`guides.type_${type}`) }))}
          disabled={disabled}
          onChange={(type) => change({ type })}
        />
        <Tick label={t('guides.required')} checked={def.required} disabled={disabled} onChange={(required) => change({ required })} />
      </div>
      {(def.type === 'number' || def.type === 'scale') && (
        <div className={css.row}>
          <Count at="min" label={t('guides.least')} value={def.min} disabled={disabled} onChange={(min) => change({ min })} />
          <Count at="max" label={t('guides.greatest')} value={def.max} disabled={disabled} onChange={(max) => change({ max })} />
        </div>
      )}
      {(def.type === 'choice' || def.type === 'multi') && (
        <Lines
          at="options"
          label={t('guides.options')}
          hint={t('guides.optionsHint')}
          value={(def.options ?? []).map(({ label }) => label)}
          disabled={disabled}
          onChange={(lines) =>
            change({ options: [...keyed(lines, def.options ?? [], keysOf(base?.options ?? []), (key, label) => ({ key, label }))] })
          }
        />
      )}
    </>
  )
}

function Statements({ def, base, change, disabled }: Props) {
  const t = useText()
  const say = useBoth()
  const saved = keysOf(base.statements)
  return (
    <Ordered<ProposalStatement>
      at="statements"
      items={def.statements}
      onChange={(update) => change((now) => ({ statements: [...update(now.statements)] }))}
      nameOf={(one, at) => named(t('guides.statement', { n: at + 1 }), say(one.title))}
      noteOf={(one) => (one.required ? t('guides.required') : '')}
      disabled={disabled}
      add={[
        {
          label: t('guides.addStatement'),
          make: (now) => ({ key: keyFrom('', [...saved, ...keysOf(now)], 'surat'), title: empty, required: true }),
        },
      ]}
      draw={(one, patch) => (
        <>
          <Both
            at="title"
            label={t('guides.name')}
            value={one.title}
            onChange={(title) => patch({ title, ...newKey(one, title.id, saved, def.statements, 'surat') })}
            disabled={disabled}
          />
          <Both
            at="hint"
            label={t('guides.hint')}
            value={one.hint ?? empty}
            onChange={(hint) => patch({ hint: hint.id === '' && hint.en === '' ? undefined : hint })}
            disabled={disabled}
          />
          <Tick label={t('guides.required')} checked={one.required} disabled={disabled} onChange={(required) => patch({ required })} />
        </>
      )}
    />
  )
}
