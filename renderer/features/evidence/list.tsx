import {
  IconAlertTriangle,
  IconCircleCheck,
  IconFile,
  IconFileTypePdf,
  IconLink,
  IconPhoto,
  IconVideo,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Evidence } from '#shared/model/evidence.ts'
import type { EvidenceId } from '#shared/model/ids.ts'
import type { Innovation } from '#shared/model/lab.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { type EvidenceFacts, evidenceFacts, factsLine } from '../../lab/evidence/facts.ts'
import { targetKey, targetLabel } from '../../lab/evidence/targets.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { Segmented, StatusChip } from '../../parts/index.ts'
import css from './evidence.module.css'

const icons: Readonly<Record<EvidenceFacts['kind'], TablerIcon>> = {
  pdf: IconFileTypePdf,
  image: IconPhoto,
  video: IconVideo,
  link: IconLink,
  other: IconFile,
  none: IconFile,
}

type Show = 'all' | 'loose' | 'open' | 'faulty'
type Row = { readonly one: Evidence; readonly facts: EvidenceFacts }

const belongs = ({ one, facts }: Row, show: Show): boolean => {
  switch (show) {
    case 'all':
      return true
    case 'loose':
      return one.targets.length === 0
    case 'open':
      return one.state === 'belum'
    case 'faulty':
      return facts.gone || facts.heavy || facts.kind === 'none' || one.state === 'ditolak'
  }
}

export function EvidenceList(props: {
  readonly innovation: Innovation
  readonly gone: ReadonlySet<string>
  readonly open: EvidenceId
  readonly readOnly: boolean
  readonly onOpen: (id: EvidenceId) => void
}) {
  const t = useText()
  const { innovation, gone, open, readOnly, onOpen } = props
  const [show, setShow] = useState<Show>('all')
  const rows = innovation.evidence.map((one): Row => ({ one, facts: evidenceFacts(one, innovation, gone) }))
  const shown = rows.filter((row) => belongs(row, show))
  const shows = ['all', 'loose', 'open', 'faulty'] as const
  return (
    <div className={css.listing}>
      <Segmented
        label={t('evidence.filter')}
        value={show}
        segments={shows.map((value) => ({ value, label: t(`evidence.${value}`, { n: rows.filter((row) => belongs(row, value)).length }) }))}
        onChange={setShow}
      />
      {shown.length === 0 ? (
        <p className={css.quiet}>{t('evidence.nothingHere')}</p>
      ) : (
        <ul className={css.list} aria-label={t('evidence.list')}>
          {shown.map((row) => (
            <Line key={row.one.id} {...row} innovation={innovation} current={row.one.id === open} onOpen={onOpen} />
          ))}
        </ul>
      )}
      {!readOnly && <p className={css.quiet}>{t('evidence.pasteHint')}</p>}
    </div>
  )
}

/** Shown of a row before "and so many more". */
const someTargets = 3

function Line(props: Row & { readonly innovation: Innovation; readonly current: boolean; readonly onOpen: (id: EvidenceId) => void }) {
  const t = useText()
  const language = useLanguage()
  const packs = usePacks()
  const { one, facts, innovation, current, onOpen } = props
  const Icon = icons[facts.kind]
  const own = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // What was just added stands last; beside its detail it should be seen as well.
    if (current && !window.matchMedia('(max-width: 1000px)').matches) own.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <li ref={own}>
      <button type="button" className={css.line} aria-current={current || undefined} onClick={() => onOpen(one.id)}>
        <Icon size={20} stroke={1.75} aria-hidden />
        <span className={css.words}>
          <b>{one.title || t('evidence.untitled')}</b>
          <small>{factsLine(one, facts, language)}</small>
          {one.targets.length > 0 && (
            <span className={css.targets}>
              {one.targets.slice(0, someTargets).map((target) => (
                <span key={targetKey(target)}>{targetLabel(target, packs, innovation, language)}</span>
              ))}
              {one.targets.length > someTargets && <span>+{one.targets.length - someTargets}</span>}
            </span>
          )}
        </span>
        <span className={css.marks}>
          {facts.gone && (
            <StatusChip tone="bad" icon={IconAlertTriangle}>
              {t('evidence.gone')}
            </StatusChip>
          )}
          {facts.heavy && (
            <StatusChip tone="warn" icon={IconAlertTriangle}>
              {t('evidence.heavy')}
            </StatusChip>
          )}
          {one.targets.length === 0 && <StatusChip tone="warn">{t('evidence.unattached')}</StatusChip>}
          {one.state !== 'belum' && (
            <StatusChip tone={one.state === 'sah' ? 'ok' : 'bad'} icon={one.state === 'sah' ? IconCircleCheck : IconX}>
              {t(`evidence.state_${one.state}`)}
            </StatusChip>
          )}
        </span>
      </button>
    </li>
  )
}
