/** A document: its letterhead and paper, who signs, and what stands in it. */
import { Checkbox, NumberInput } from '@mantine/core'
import { type DocumentDef, type DocumentPart, kopKinds, type Signer, signerKinds } from '#shared/model/pack.ts'
import { useText } from '../../app/text.ts'
import { Choice, type EditorProps, StatusField } from './editors.tsx'
import { Both, Ordered } from './fields.tsx'
import css from './guides.module.css'

const empty = { id: '', en: '' }
const papers = ['lab', 'A4', 'F4', 'A3', 'A1'] as const

export function DocumentEditor({ def, change, disabled }: EditorProps<DocumentDef>) {
  const t = useText()
  return (
    <>
      <div className={css.fields}>
        <Both label={t('guides.documentTitle')} value={def.title} onChange={(title) => change({ title })} disabled={disabled} />
        <Both
          label={t('guides.purpose')}
          value={def.purpose ?? empty}
          onChange={(purpose) => change({ purpose })}
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
          label={t('guides.kop')}
          value={def.kop}
          options={kopKinds.map((kop) => ({ value: kop, label: t(`guides.kop_${kop}`) }))}
          disabled={disabled}
          onChange={(kop) => change({ kop })}
        />
        <Choice
          label={t('guides.paper')}
          value={def.paper ?? 'lab'}
          options={papers.map((paper) => ({ value: paper, label: paper === 'lab' ? t('guides.paperOfLab') : paper }))}
          disabled={disabled}
          onChange={(paper) => change({ paper: paper === 'lab' ? undefined : paper })}
        />
        <Choice
          label={t('guides.orientation')}
          value={def.orientation}
          options={(['portrait', 'landscape'] as const).map((way) => ({ value: way, label: t(`guides.${way}`) }))}
          disabled={disabled}
          onChange={(orientation) => change({ orientation })}
        />
      </div>
      <Checkbox
        label={t('guides.numbered')}
        checked={def.numbered}
        disabled={disabled}
        onChange={({ currentTarget }) => change({ numbered: currentTarget.checked })}
      />
    </>
  )
}

function Signers({ def, change, disabled }: EditorProps<DocumentDef>) {
  const t = useText()
  return (
    <>
      <Ordered<Signer>
        items={def.signature}
        onChange={(signature) => change({ signature: [...signature] })}
        keyOf={({ who }, at) => `${at}/${who}`}
        nameOf={(_, at) => t('guides.signer', { n: at + 1 })}
        disabled={disabled}
        add={{ label: t('guides.addSigner'), make: () => ({ who: 'pejabat' }) }}
        draw={(one, patch) => (
          <>
            <Choice
              label={t('guides.signers')}
              value={one.who}
              options={signerKinds.map((who) => ({ value: who, label: t(`guides.who_${who}`) }))}
              disabled={disabled}
              onChange={(who) => patch({ who })}
            />
            <Both
              label={t('guides.signerLead')}
              value={one.lead ?? empty}
              onChange={(lead) => patch({ lead: lead.id === '' && lead.en === '' ? undefined : lead })}
              disabled={disabled}
            />
          </>
        )}
      />
      <Choice
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
  const add = (part: DocumentPart) => change({ parts: [...def.parts, part] })
  return (
    <>
      <Ordered<DocumentPart>
        items={def.parts}
        onChange={(parts) => change({ parts: [...parts] })}
        keyOf={(part, at) => `${at}/${part.part}`}
        nameOf={(part) => nameOf(part, t)}
        disabled={disabled}
        add={{ label: t('guides.addText'), make: () => ({ part: 'text', text: empty, align: 'justify', list: 'none', bold: false }) }}
        draw={(part, patch) => <PartFields part={part} patch={patch} disabled={disabled} />}
      />
      {!disabled && (
        <p>
          <button type="button" className={css.up} onClick={() => add({ part: 'heading', text: empty, level: 1 })}>
            {t('guides.addHeading')}
          </button>
        </p>
      )}
    </>
  )
}

function nameOf(part: DocumentPart, t: ReturnType<typeof useText>): string {
  if (part.part === 'piece') return t('guides.part_piece', { of: part.of })
  if (part.part === 'canvas') return t('guides.part_canvas', { of: part.canvas })
  return t(`guides.part_${part.part}`)
}

type PartProps = { readonly part: DocumentPart; readonly patch: (patch: Partial<DocumentPart>) => void; readonly disabled: boolean }

function PartFields({ part, patch, disabled }: PartProps) {
  const t = useText()
  switch (part.part) {
    case 'heading':
    case 'text':
      return (
        <Both
          label={t(`guides.part_${part.part}`)}
          value={part.text}
          onChange={(text) => patch({ text })}
          long={part.part === 'text'}
          disabled={disabled}
        />
      )
    case 'piece':
      return part.heading === undefined ? null : (
        <Both label={t('guides.part_heading')} value={part.heading} onChange={(heading) => patch({ heading })} disabled={disabled} />
      )
    case 'rows':
      return part.rows.map((row, at) => (
        <Both
          key={row.value}
          label={row.value}
          value={row.label}
          disabled={disabled}
          onChange={(label) => patch({ rows: part.rows.map((one, n) => (n === at ? { ...one, label } : one)) })}
        />
      ))
    case 'letter_head':
      return (
        <>
          <Both label={t('guides.subject')} value={part.subject} onChange={(subject) => patch({ subject })} disabled={disabled} />
          <Both label={t('guides.to')} value={part.to} onChange={(to) => patch({ to })} long disabled={disabled} />
        </>
      )
    case 'blank_lines':
      return (
        <NumberInput
          label={t('guides.lines')}
          value={part.lines}
          min={1}
          max={60}
          readOnly={disabled}
          onChange={(lines) => typeof lines === 'number' && patch({ lines })}
        />
      )
    case 'canvas':
    case 'signature':
    case 'tembusan':
    case 'page_break':
      return null
  }
}
