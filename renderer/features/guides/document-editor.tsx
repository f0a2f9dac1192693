/** A document: its letterhead and paper, who signs, and what stands in it. */
import { type DocumentDef, type DocumentPart, kopKinds, type Signer, signerKinds } from '#shared/model/pack.ts'
import { guidesPiecesText } from '#shared/text/guides-pieces.ts'
import { useBoth, useText } from '../../app/text.ts'
import { type EditorProps, StatusField } from './editors.tsx'
import { Both, Choice, Count, Tick } from './fields.tsx'
import css from './guides.module.css'
import { Ordered } from './ordered.tsx'

const empty = { id: '', en: '' }
const papers = ['lab', 'A4', 'F4', 'A3', 'A1'] as const

export function DocumentEditor({ def, change, disabled }: EditorProps<DocumentDef>) {
  const t = useText()
  return (
    <>
      <div className={css.fields}>
        <Both at="title" label={t('guides.documentTitle')} value={def.title} onChange={(title) => change({ title })} disabled={disabled} />
        <Both
          at="purpose"
          label={t('guides.purpose')}
          value={def.purpose ?? empty}
          onChange={(purpose) => change({ purpose: purpose.id === '' && purpose.en === '' ? undefined : purpose })}
          long
          disabled={disabled}
        />
        <Paper def={def} change={change} disabled={disabled} />
        <StatusField value={def.status} onChange={(status) => change({ status })} disabled={disabled} />
      </div>
      <h3 className={css.group}>{t('guides.signers')}</h3>
      <Signers def={def} change={change} disabled={disabled} />
      {def.builder === 'parts' && (
        <>
          <h3 className={css.group}>{t('guides.documentParts')}</h3>
          <p className={css.quiet}>{t('guides.facts')}</p>
          <Parts def={def} change={change} disabled={disabled} />
        </>
      )}
    </>
  )
}

function Paper({ def, change, disabled }: EditorProps<DocumentDef>) {
  const t = useText()
  return (
    <>
      <div className={css.row} data-many>
        <Choice
          at="kop"
          label={t('guides.kop')}
          value={def.kop}
          options={kopKinds.map((kop) => ({ value: kop, label: t(`guides.kop_${kop}`) }))}
          disabled={disabled}
          onChange={(kop) => change({ kop })}
        />
        <Choice
          at="paper"
          label={t('guides.paper')}
          value={def.paper ?? 'lab'}
          options={papers.map((paper) => ({ value: paper, label: paper === 'lab' ? t('guides.paperOfLab') : paper }))}
          disabled={disabled}
          onChange={(paper) => change({ paper: paper === 'lab' ? undefined : paper })}
        />
        <Choice
          at="orientation"
          label={t('guides.orientation')}
          value={def.orientation}
          options={(['portrait', 'landscape'] as const).map((way) => ({ value: way, label: t(`guides.${way}`) }))}
          disabled={disabled}
          onChange={(orientation) => change({ orientation })}
        />
      </div>
      <Tick label={t('guides.numbered')} checked={def.numbered} disabled={disabled} onChange={(numbered) => change({ numbered })} />
    </>
  )
}

function Signers({ def, change, disabled }: EditorProps<DocumentDef>) {
  const t = useText()
  const say = useBoth()
  return (
    <>
      <Ordered<Signer>
        at="signature"
        items={def.signature}
        onChange={(update) => change((now) => ({ signature: [...update(now.signature)] }))}
        nameOf={({ who }, at) => `${t('guides.signer', { n: at + 1 })}: ${t(`guides.who_${who}`)}`}
        noteOf={({ lead }) => (lead === undefined ? '' : say(lead))}
        disabled={disabled}
        add={[{ label: t('guides.addSigner'), make: () => ({ who: 'pejabat' }) }]}
        draw={(one, patch) => (
          <>
            <Choice
              at="who"
              label={t('guides.signers')}
              value={one.who}
              options={signerKinds.map((who) => ({ value: who, label: t(`guides.who_${who}`) }))}
              disabled={disabled}
              onChange={(who) => patch({ who })}
            />
            <Both
              at="lead"
              label={t('guides.signerLead')}
              value={one.lead ?? empty}
              onChange={(lead) => patch({ lead: lead.id === '' && lead.en === '' ? undefined : lead })}
              disabled={disabled}
            />
          </>
        )}
      />
      <Choice
        at="signatureLayout"
        label={t('guides.signatureLayout')}
        value={def.signatureLayout}
        options={(['columns', 'table'] as const).map((layout) => ({ value: layout, label: t(`guides.${layout}`) }))}
        disabled={disabled}
        onChange={(signatureLayout) => change({ signatureLayout })}
      />
    </>
  )
}

function Parts({ def, change, disabled }: EditorProps<DocumentDef>) {
  const t = useText()
  const say = useBoth()
  return (
    <Ordered<DocumentPart>
      at="parts"
      items={def.parts}
      onChange={(update) => change((now) => ({ parts: [...update(now.parts)] }))}
      nameOf={(part, at) => `${at + 1}. ${nameOf(part, t, say)}`}
      noteOf={(part) => noteOf(part, say)}
      disabled={disabled}
      add={[
        { label: t('guides.addText'), make: () => ({ part: 'text', text: empty, align: 'justify', list: 'none', bold: false }) },
        { label: t('guides.addHeading'), make: () => ({ part: 'heading', text: empty, level: 1 }) },
      ]}
      draw={(part, patch) => <PartFields part={part} patch={patch} disabled={disabled} />}
    />
  )
}

function nameOf(part: DocumentPart, t: ReturnType<typeof useText>, say: ReturnType<typeof useBoth>): string {
  if (part.part === 'piece') return say(guidesPiecesText[part.of])
  if (part.part === 'canvas') return t('guides.part_canvas', { of: part.canvas })
  return t(`guides.part_${part.part}`)
}

/** How a text begins, so that it is found without opening it. */
function noteOf(part: DocumentPart, say: ReturnType<typeof useBoth>): string {
  const text =
    part.part === 'heading' || part.part === 'text'
      ? part.text
      : part.part === 'letter_head'
        ? part.subject
        : part.part === 'piece'
          ? part.heading
          : undefined
  if (part.part === 'rows')
    return part.rows
      .map(({ label }) => say(label))
      .join(', ')
      .slice(0, 70)
  const said = text === undefined ? '' : say(text).replaceAll(/\s+/g, ' ')
  return said.length > 70 ? `${said.slice(0, 68)}…` : said
}

type PartProps = { readonly part: DocumentPart; readonly patch: (patch: Partial<DocumentPart>) => void; readonly disabled: boolean }

function PartFields({ part, patch, disabled }: PartProps) {
  const t = useText()
  const asItIs = <p className={css.quiet}>{t('guides.asItIs')}</p>
  switch (part.part) {
    case 'heading':
    case 'text':
      return (
        <Both
          at="text"
          label={t(`guides.part_${part.part}`)}
          value={part.text}
          onChange={(text) => patch({ text })}
          long={part.part === 'text'}
          disabled={disabled}
        />
      )
    case 'piece':
      return part.heading === undefined ? (
        asItIs
      ) : (
        <Both
          at="heading"
          label={t('guides.part_heading')}
          value={part.heading}
          onChange={(heading) => patch({ heading })}
          disabled={disabled}
        />
      )
    case 'rows':
      return part.rows.map((row, at) => (
        <Both
          // A value may stand twice under two labels, and rows neither come nor go here.
          // biome-ignore lint/suspicious/noArrayIndexKey: as said above
          key={at}
          at={`rows[${at}].label`}
          label={t('guides.labelOf', { fact: `{${row.value}}` })}
          value={row.label}
          disabled={disabled}
          onChange={(label) => patch({ rows: part.rows.map((one, n) => (n === at ? { ...one, label } : one)) })}
        />
      ))
    case 'letter_head':
      return (
        <>
          <Both
            at="subject"
            label={t('guides.subject')}
            value={part.subject}
            onChange={(subject) => patch({ subject })}
            disabled={disabled}
          />
          <Both at="to" label={t('guides.to')} value={part.to} onChange={(to) => patch({ to })} long disabled={disabled} />
        </>
      )
    case 'blank_lines':
      return (
        <Count
          at="lines"
          label={t('guides.lines')}
          value={part.lines}
          min={1}
          max={60}
          disabled={disabled}
          onChange={(lines) => lines !== undefined && patch({ lines })}
        />
      )
    case 'canvas':
    case 'signature':
    case 'tembusan':
    case 'page_break':
      return asItIs
  }
}
