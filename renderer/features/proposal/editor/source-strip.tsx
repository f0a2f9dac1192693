/** At the foot of the sheet: where the quoted words under the cursor come from. */
import { Button } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { places } from '../../../app/places.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { usePacks } from '../../../lab/lab-context.tsx'
import { wantFocus } from '../../../state/arrival.ts'
import { useDesk } from '../desk.tsx'
import { isGone, placeWords } from '../place-words.ts'
import { forgetSource } from './edits.ts'
import css from './sheet.module.css'

export function SourceStrip({ editor, clicked }: { readonly editor: Editor; readonly clicked: string | null }) {
  const { lab, innovation, value, doc, readOnly } = useDesk()
  const t = useText()
  const language = useLanguage()
  const packs = usePacks()
  const under = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.isActive('source') ? String(now.getAttributes('source')['link'] ?? '') : null),
  })
  const id = clicked ?? under
  if (id === null) return null
  const link = value.trail.find((one) => one.id === id)
  return (
    <div className={css.strip} role="status">
      <IconRoute size={18} stroke={1.75} aria-hidden />
      <div>
        <b>
          {link === undefined ? t('proposal.quotedUnknown') : t('proposal.quotedFrom', { where: placeWords(link.from, packs, language) })}
        </b>
        {link !== undefined && (
          <p>{isGone(link.from, value) ? t('proposal.quotedGone') : t('proposal.quotedChanged', { quote: link.from.quote })}</p>
        )}
      </div>
      {link !== undefined && (
        <Button
          component="a"
          href={places.canvas(lab, innovation, link.from.of)}
          onClick={() => wantFocus(link.from)}
          variant="default"
          size="xs"
        >
          {t('proposal.openCanvas', { title: placeWords({ of: link.from.of, key: '' }, packs, language) })}
        </Button>
      )}
      {!readOnly && (
        <Button variant="subtle" size="xs" onClick={() => forgetSource(editor, doc, id)}>
          {t('proposal.forgetSource')}
        </Button>
      )}
    </div>
  )
}
