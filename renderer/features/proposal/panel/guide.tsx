/** What the pack says about the open section. */
import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { packOf } from '#shared/rules/packs.ts'
import { places } from '../../../app/places.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { usePacks } from '../../../lab/lab-context.tsx'
import { StatusChip } from '../../../parts/index.ts'
import { useSectionDesk } from '../desk.tsx'
import { wasWritten } from '../editor/cursor.ts'
import { insertHeading } from '../editor/edits.ts'
import { headingsIn } from './headings.ts'
import css from './panel.module.css'

export function Guide() {
  const { section, form, editor, readOnly, value } = useSectionDesk()
  const t = useText()
  const both = useBoth()
  const stamp = packOf(usePacks(), 'form', form.id)
  const there = headingsIn(value.proposals[form.id]?.sections[section.key])
  return (
    <div className={css.guide}>
      <p>{both(section.prompt)}</p>
      {section.weight !== undefined && <p className={css.small}>{t('proposal.weightTotal', { n: section.weight })}</p>}
      {section.guidance.length > 0 ? (
        <>
          <h3>{t('proposal.questions')}</h3>
          <ul className={css.questions}>
            {section.guidance.map((line) => (
              <li key={line.id}>{both(line)}</li>
            ))}
          </ul>
        </>
      ) : (
        <p className={css.quiet}>{t('proposal.noGuide')}</p>
      )}
      {section.subheads.length > 0 && (
        <>
          <h3>{t('proposal.insertHeading')}</h3>
          <ul className={css.subheads}>
            {section.subheads.map(({ key, label }) => (
              <li key={key}>
                <span>{both(label)}</span>
                {there.has(both(label).toLocaleLowerCase()) ? (
                  <StatusChip>{t('proposal.headingThere')}</StatusChip>
                ) : (
                  !readOnly && (
                    <Button
                      variant="default"
                      size="compact-sm"
                      disabled={editor === null}
                      leftSection={<IconArrowLeft size={14} stroke={1.75} aria-hidden />}
                      aria-label={t('proposal.insertNamed', { text: both(label) })}
                      onMouseDown={(event) => event.preventDefault()}
                      onClick={() => editor !== null && insertHeading(editor, both(label), !wasWritten(editor))}
                    >
                      {t('proposal.insert')}
                    </Button>
                  )
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={css.small}>
        {t('proposal.packSource')}: {form.source}
      </p>
      {stamp !== undefined && (
        <p className={css.small}>
          <a href={places.guides(stamp.id)}>{t('documents.editGuide')}</a>
        </p>
      )}
    </div>
  )
}
