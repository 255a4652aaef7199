/** The packages of the drawings, in the versions whose licences were checked. */
export const iconifyPackage = { package: '@iconify/json', version: '2.2.535' };
export const openclipartPackage = { package: 'openclipart-svg', version: '1:0.18+dfsg-19' };
