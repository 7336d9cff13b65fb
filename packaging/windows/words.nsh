; What the setup of Windows says, in French and in English.
!macro Say name french english
  LangString ${name} 1036 "${french}"
  LangString ${name} 1033 "${english}"
!macroend

!insertmacro Say WhatItIs "Navigateur ${VERSION} : traiter la douleur neuropathique chronique, hors ligne." "Navigateur ${VERSION}: treating chronic neuropathic pain, offline."
!insertmacro Say ForWhom "Pour qui installer ?" "For whom?"
!insertmacro Say ForMe "Pour &moi seul" "Just for &me"
!insertmacro Say ForMeMeans "Aucun droit d’administrateur n’est demandé." "No administrator’s rights are asked for."
!insertmacro Say ForAll "Pour &tous les utilisateurs de ce poste" "For &all users of this computer"
!insertmacro Say ForAllMeans "Windows demandera les droits d’un administrateur." "Windows will ask for the rights of an administrator."
!insertmacro Say NeedsRights "Les droits d’administrateur n’ont pas été accordés. Choisissez « Pour moi seul », ou demandez à la personne qui gère ce poste." "The rights of an administrator were not granted. Choose “Just for me”, or ask the person who looks after this computer."
!insertmacro Say NeedsWindows "Navigateur demande Windows 10 ou 11, en 64 bits." "Navigateur needs Windows 10 or 11, 64-bit."
!insertmacro Say IsOpen "Navigateur est ouvert. Terminez la consultation et fermez la fenêtre, puis choisissez Réessayer. Rien n’a été modifié." "Navigateur is open. Finish the consultation and close the window, then choose Retry. Nothing has been changed."
!insertmacro Say IsNewer "La version $0, plus récente que la ${VERSION}, est déjà installée. Rien n’a été modifié. Pour revenir à la ${VERSION}, désinstallez d’abord la $0 : vos réglages restent." "Version $0, newer than ${VERSION}, is installed already. Nothing has been changed. To go back to ${VERSION}, uninstall $0 first: your settings stay."
!insertmacro Say IsMsi "Navigateur a été installé sur ce poste par votre service informatique (paquet .msi) : c’est lui qui le met à jour. Rien n’a été modifié." "Navigateur was installed on this computer by your IT department (an .msi package), which also updates it. Nothing has been changed."
!insertmacro Say IsForeign "Le dossier $INSTDIR contient un autre programme. Choisissez-en un autre. Rien n’a été modifié." "The folder $INSTDIR holds another program. Choose another one. Nothing has been changed."
!insertmacro Say NotWhole "Des fichiers n’ont pas pu être copiés dans $INSTDIR : le disque est peut-être plein, ou protégé. Relancez cette installation." "Some files could not be copied to $INSTDIR: the disk may be full or protected. Start this setup again."
!insertmacro Say WhatStays "Navigateur va être retiré. Vos réglages et les documents que vous avez enregistrés restent." "Navigateur will be removed. Your settings and the documents that you saved stay."
