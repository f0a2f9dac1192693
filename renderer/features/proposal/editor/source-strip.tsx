/** At the foot of the sheet: where the quoted words under the cursor come from. */
import { Button } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useText } from '../../../app/text.ts'
import { useEndWords } from '../../../trail/end-words.ts'
import { useSectionDesk } from '../desk.tsx'
import { useFollow } from '../panel/trail-keys.tsx'
import { forgetSource } from './edits.ts'
import css from './sheet.module.css'

export function SourceStrip({ editor, clicked }: { readonly editor: Editor; readonly clicked: string | null }) {
  const { value, doc, readOnly } = useSectionDesk()
  const t = useText()
  const wordsOf = useEndWords(value)
  const follow = useFollow()
  const under = useEditorState({
    editor,
    selector: ({ editor: now }) => (now.isActive('source') ? String(now.getAttributes('source')['link'] ?? '') : null),
  })
  const id = clicked ?? under
  if (id === null) return null
  const link = value.trail.find((one) => one.id === id)
  const words = link === undefined ? null : wordsOf(link.from)
  return (
    <div className={css.strip} role="status">
      <IconRoute size={18} stroke={1.75} aria-hidden />
      <div>
        <b>{words === null ? t('proposal.quotedUnknown') : t('proposal.quotedFrom', { where: words.where })}</b>
        {link !== undefined && (
          <p>{words?.now == null ? t('proposal.quotedGone') : t('proposal.quotedChanged', { quote: link.from.quote })}</p>
        )}
      </div>
      {link !== undefined && words?.now != null && words.known && (
        <Button variant="default" size="xs" title="Alt+," onClick={() => follow(link.from)}>
          {t('proposal.openCanvas', { title: words.title })}
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
