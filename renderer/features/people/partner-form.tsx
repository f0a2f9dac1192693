/** All there is to say about one partner, written as it is typed. */
import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useId } from 'react'
import { putPartner } from '#shared/doc/log.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { type Partner, partnerDocs } from '#shared/model/session.ts'
import { type TextKey, useText } from '../../app/text.ts'
import { useDraft } from '../../collab/use-draft.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { PartnerFile } from './partner-file.tsx'
import css from './partners.module.css'

type Write = (patch: Partial<Omit<Partner, 'id'>>) => void

export function PartnerForm({ partner, onRemove }: { readonly partner: Partner; readonly onRemove: () => void }) {
  const t = useText()
  const { doc, readOnly } = useOpenLab()
  const id = useId()
  const put: Write = (patch) => putPartner(doc, partner.id, patch, byPerson)
  const field = (key: 'name' | 'number' | 'date' | 'until' | 'scope' | 'contribution' | 'contact', kind: FieldKind) => (
    <Field
      id={`${id}-${key}`}
      label={`partners.${key}`}
      kind={kind}
      value={partner[key]}
      readOnly={readOnly}
      write={(next) => put({ [key]: next })}
    />
  )
  const turned = partner.date !== '' && partner.until !== '' && partner.until < partner.date
  return (
    <div className={css.form}>
      {field('name', 'line')}
      <div className={css.field}>
        <label htmlFor={`${id}-doc`}>{t('partners.doc')}</label>
        <select
          id={`${id}-doc`}
          value={partner.doc}
          disabled={readOnly}
          onChange={(event) => {
            const next = partnerDocs.find((one) => one === event.currentTarget.value)
            if (next !== undefined) put({ doc: next })
          }}
        >
          {partnerDocs.map((one) => (
            <option key={one} value={one}>
              {t(`partners.doc_${one}`)}
            </option>
          ))}
        </select>
      </div>
      {field('number', 'line')}
      {field('date', 'day')}
      {field('until', 'day')}
      {turned && (
        <p className={css.odd} role="status">
          {t('partners.untilBefore')}
        </p>
      )}
      {field('contact', 'line')}
      {field('scope', 'text')}
      {field('contribution', 'text')}
      <PartnerFile partner={partner} put={put} />
      {!readOnly && (
        <div className={css.foot}>
          <Button
            variant="subtle"
            color="gray"
            size="sm"
            onClick={onRemove}
            leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
          >
            {t('partners.remove')}
          </Button>
        </div>
      )}
    </div>
  )
}

type FieldKind = 'line' | 'day' | 'text'

function Field(props: {
  readonly id: string
  readonly label: TextKey
  readonly kind: FieldKind
  readonly value: string
  readonly readOnly: boolean
  readonly write: (next: string) => void
}) {
  const t = useText()
  const { id, label, kind, value, readOnly, write } = props
  const draft = useDraft(value, write)
  return (
    <div className={css.field} data-kind={kind}>
      <label htmlFor={id}>{t(label)}</label>
      {kind === 'text' ? (
        <textarea id={id} rows={2} maxLength={1000} readOnly={readOnly} {...draft} />
      ) : (
        <input id={id} type={kind === 'day' ? 'date' : 'text'} maxLength={300} readOnly={readOnly} {...draft} />
      )}
    </div>
  )
}
