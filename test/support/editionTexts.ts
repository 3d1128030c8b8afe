// Two editions of one document, for what an update does to the marks on it.

export const firstEdition = `第一章 总则

为了加强管理，制定本办法。各部门应当认真执行本办法的规定。

信息应当及时向社会公开，不得拖延。

园区企业可以申请专项资金，用于研究开发。

第二章 附则

本办法自公布之日起施行。
`;

/** One paragraph as it was but further down, one changed, one gone, the rest unchanged. */
export const secondEdition = `第一章 总则

为了加强管理，制定本办法。各部门应当认真执行本办法的规定。

信息应当及时向社会公开，不得延误。

第二章 补充

新设的一条放在这里，说明来源。

第三章 附则

本办法自公布之日起施行。
`;
