import { Button } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconRestore } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { writeFacts } from '#shared/doc/innovation.ts'
import { writeLabFacts } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { InnovationId, LabId } from '#shared/model/ids.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { useText } from '../../app/text.ts'
import { useInnovationDoc } from '../../collab/use-doc.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel } from '../../parts/index.ts'
import css from './lab.module.css'

/** Says on the first page of an archived lab why Beranda does not show it. */
export function LabIsArchived() {
  const t = useText()
  const { lab, doc, readOnly } = useOpenLab()
  if (!lab.archived) return null
  return (
    <Panel>
      <div className={css.away}>
        <p>
          <IconArchive size={18} stroke={1.75} aria-hidden />
          {t('settings.isArchived')}
        </p>
        {!readOnly && (
          <Button
            variant="light"
            leftSection={<IconArchiveOff size={16} stroke={1.75} aria-hidden />}
            onClick={() => writeLabFacts(doc, { archived: false }, byPerson)}
          >
            {t('settings.restoreLab')}
          </Button>
        )}
      </div>
    </Panel>
  )
}

/** Innovations that were put away, each with a way back. Absent while there are none. */
export function Archived({ innovations }: { readonly innovations: readonly InnovationSummary[] }) {
  const t = useText()
  const { id, readOnly } = useOpenLab()
  const [restoring, setRestoring] = useState<ReadonlySet<string>>(new Set())
  const away = innovations.filter((one) => one.archived)
  if (away.length === 0) return null
  return (
    <Panel title={t('lab.archived')} note={t('lab.archivedNote', { n: away.length })}>
      <ul className={css.archived}>
        {away.map((one) => (
          <li key={one.id}>
            <span>{one.name}</span>
            {restoring.has(one.id) ? (
              <Restoring lab={id} innovation={one.id as InnovationId /* summaries carry ids of innovations */} />
            ) : (
              <Button
                size="xs"
                variant="default"
                disabled={readOnly}
                leftSection={<IconRestore size={16} stroke={1.75} aria-hidden />}
                onClick={() => setRestoring(new Set([...restoring, one.id]))}
              >
                {t('lab.restore')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** Opens the document only to take the mark away; the list follows when it is saved. */
function Restoring({ lab, innovation }: { readonly lab: LabId; readonly innovation: InnovationId }) {
  const t = useText()
  const held = useInnovationDoc(lab, innovation)
  const doc = held.state === 'open' ? held.doc : null
  useEffect(() => {
    if (doc) writeFacts(doc, { archived: false }, byPerson)
  }, [doc])
  return (
    <span role="status" className={css.quiet}>
      {t(held.state === 'refused' ? 'lab.cannotRestore' : 'lab.restoring')}
    </span>
  )
}
