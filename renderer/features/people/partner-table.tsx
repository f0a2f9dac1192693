/** Who works with the region, under which paper, and until when. */
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconPaperclip, IconPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { putPartner, removePartner } from '#shared/doc/log.ts'
import { keyAfterLast } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { PartnerId } from '#shared/model/ids.ts'
import type { Partner } from '#shared/model/session.ts'
import { formatShortDay, localDay } from '#shared/rules/dates.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { usePartners } from '../../lab/use-sessions.ts'
import { EmptyState, StatusChip } from '../../parts/index.ts'
import { useNow } from '../../state/clock.ts'
import { newId } from '../../state/fresh.ts'
import { notify } from '../../state/notify.ts'
import { PartnerForm } from './partner-form.tsx'
import css from './partners.module.css'
import { matcher, rememberTexts } from './search.ts'

export function PartnerTable({ words }: { readonly words: string }) {
  const t = useText()
  const { doc, lab, readOnly } = useOpenLab()
  const partners = usePartners()
  const [open, setOpen] = useState<PartnerId | null>(null)
  const today = localDay(new Date(useNow(60_000)).toISOString(), lab.timeZone)
  const add = () => {
    const id = newId<'partner'>()
    putPartner(doc, id, { ...blank, order: keyAfterLast(partners) }, byPerson)
    setOpen(id)
  }
  const remove = ({ id, ...partner }: Partner) => {
    removePartner(doc, id, byPerson)
    setOpen(null)
    notify.undoable(t('partners.removed', { name: partner.name || t('partners.unnamed') }), () => putPartner(doc, id, partner, byPerson))
  }
  const adding = readOnly ? undefined : (
    <Button onClick={add} leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
      {t('partners.add')}
    </Button>
  )
  const textOf = useMemo(
    () => rememberTexts((one: Partner) => [one.name, t(`partners.doc_${one.doc}`), one.number, one.scope, one.contribution, one.contact]),
    [t],
  )
  if (partners.length === 0) return <EmptyState inside text={t('partners.empty')} acts={adding} />
  const matches = matcher(words)
  const shown = partners.filter((one) => one.id === open || matches(textOf(one)))
  const expired = partners.filter((one) => isExpired(one, today)).length
  return (
    <div className={css.partners}>
      <div className={css.head}>
        {expired > 0 && (
          <StatusChip tone="warn" icon={IconAlertTriangle}>
            {t('partners.expiredCount', { n: expired })}
          </StatusChip>
        )}
        {adding}
      </div>
      {shown.length === 0 && <EmptyState inside text={t('people.noneFound', { words })} />}
      <ul className={css.list}>
        {shown.map((partner) => (
          <li key={partner.id} data-open={open === partner.id || undefined}>
            <Summary
              partner={partner}
              today={today}
              open={open === partner.id}
              onToggle={() => setOpen(open === partner.id ? null : partner.id)}
            />
            {open === partner.id && <PartnerForm partner={partner} onRemove={() => remove(partner)} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

const blank: Omit<Partner, 'id' | 'order'> = {
  name: '',
  doc: 'mou',
  number: '',
  date: '',
  until: '',
  scope: '',
  contribution: '',
  contact: '',
  file: '',
  fileTitle: '',
}

/** Valid through its last day. */
const isExpired = ({ until }: Partner, today: string): boolean => until !== '' && until < today

function Summary(props: { readonly partner: Partner; readonly today: string; readonly open: boolean; readonly onToggle: () => void }) {
  const t = useText()
  const language = useLanguage()
  const { partner, today, open, onToggle } = props
  const name = partner.name || t('partners.unnamed')
  const day = partner.until === '' ? '' : formatShortDay(partner.until, language)
  const over = isExpired(partner, today)
  return (
    <button type="button" className={css.summary} aria-expanded={open} aria-label={t('partners.edit', { name })} onClick={onToggle}>
      <span className={css.who}>
        <strong>{name}</strong>
        <small>{partner.scope || partner.contribution}</small>
      </span>
      <span>
        {t(`partners.doc_${partner.doc}`)} {partner.number}
      </span>
      <span>{partner.date === '' ? '' : formatShortDay(partner.date, language)}</span>
      <span className={css.state}>
        {over && (
          <StatusChip tone="warn" icon={IconAlertTriangle}>
            {t('partners.expired', { day })}
          </StatusChip>
        )}
        {day !== '' && !over && <StatusChip>{t('partners.validUntil', { day })}</StatusChip>}
        {partner.file === '' ? (
          <small>{t('partners.noFile')}</small>
        ) : (
          <IconPaperclip size={16} stroke={1.75} aria-label={t('partners.file')} />
        )}
      </span>
    </button>
  )
}
