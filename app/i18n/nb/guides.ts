import type { guides as english } from '../en/guides.ts';
import type { Translated } from '../catalogue.ts';

export const guides: Translated<typeof english> = {
  hint: 'En artikkel som moderatorene holder ved like: Den står øverst i temaet, under pseudonymet ditt, og andre svarer under den.',
  contents: 'Innhold',
  ofTopic: 'Veiledninger til temaet',
  updated: 'Sist endret',
  retired: 'Denne veiledningen er ute av bruk',
  replacedBy: 'Les heller:',
};
