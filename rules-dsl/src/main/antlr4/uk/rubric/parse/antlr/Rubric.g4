// The language. Names start with a capital; words of the language and units do not, so a new word never breaks a file.
// Rules are layered (expression, term, primary), so that arithmetic has no ambiguity; a bracketed condition and a
// bracketed expression are told apart by full context.
grammar Rubric;

// Stands for the rest of an expression that is nested too deeply; put in before parsing, fits nowhere.
tokens { TOO_DEEP }

file : importLine* (ruleset | service | test | take)* EOF ;

// Another rule file, by its path from this one.
importLine : 'import' STRING ;

// ---------------------------------------------------------------- rule sets

ruleset : rulesetHeader '{' rulesetItem* '}' ;

// A rule of its own, as the others that start a line: reading goes on behind it when it is wrong.
rulesetHeader
  : 'ruleset' name=NAME title=STRING? 'version' version=NUMBER ('amends' base=NAME 'version' baseVersion=NUMBER)?
  ;

rulesetItem
  : sourceLine
  | dayNeeded
  | usesRulesets
  | cluster
  | reason
  | field
  | population
  | indicator
  | block
  | change
  ;

// Names of another rule set may be said here.
usesRulesets : 'use' usedRuleset (',' usedRuleset)* ;

usedRuleset : name=NAME ('version' version=NUMBER)? ;

// What an amending rule set does to its base; each part is addressed by its name and number.
change
  : how=('add' | 'replace') item=changedItem                                    # changeItem
  | 'retire' what=('reason' | 'use')? ref (',' ref)*                            # retireItems
  | how=('add' | 'replace') 'rule' number=NUMBER 'of' ladderName '{' step '}'   # changeRule
  | 'retire' 'rule' number=NUMBER 'of' ladderName                               # retireRule
  | 'replace' part=('denominator' | 'numerator') 'of' name=NAME ladder          # changeLadder
  ;

changedItem
  : cluster
  | reason
  | field
  | population
  | indicator
  | block
  ;

ladderName : part=('denominator' | 'numerator')? name=NAME ;

sourceLine : 'source' STRING ;

// A date that the service gives, such as PPED.
dayNeeded : 'day' name=NAME title=STRING? ;

cluster : 'cluster' name=NAME title=STRING? '=' clusterContent note* ;

clusterContent
  : 'refset' id=NUMBER 'version' version=NUMBER       # refsetContent
  | 'codes' '{' listedCode (',' listedCode)* '}'      # listedContent
  | 'ecl' STRING                                      # eclContent
  ;

listedCode : id=NUMBER term_=TERM? ;

reason : 'reason' name=NAME '=' reasonKind title=STRING? note* ;

reasonKind
  : 'exclusion'
  | 'pca' ('general' | 'specific')
  ;

field : 'field' ref '=' fieldForm note* ;

// A name; with brackets it is an array: one entry a day.
ref : NAME ('[' ']')? ;

fieldForm
  : 'id' 'of' 'patient'                                                              # patientId
  | 'sex' 'of' 'patient'                                                             # sexOfPatient
  | 'age' ('in' 'months')? 'at' expression                                           # ageAt
  | choice=('latest' | 'earliest') number=NUMBER? pickTail                           # pick
  | 'all' (entries='entries' 'of')? pickTail                                         # allOf
  | 'count' 'of' (entries='entries' 'of')? pickTail                                  # countOf
  | extreme=('highest' | 'lowest')? 'value' 'of' cluster_=NAME 'on' (each='each')? on=ref ('in' unit)?   # reading
  | 'last' 'entered' 'value' 'of' cluster_=NAME 'on' (each='each')? on=ref ('with' 'ties' ties=('highest' | 'lowest'))? ('in' unit)?   # lastEntered
  | choice=('latest' | 'earliest' | 'highest' | 'lowest') 'of' '(' ref (',' ref)* ')'   # extremeOf
  | array=ref 'on' at=NAME                                                           # element
  | 'if' condition 'then' whenTrue=expression 'else' whenFalse=expression            # conditional
  | 'whether' condition                                                              # whether
  ;

pickTail : source=ref ('on' on=expression)? ('where' condition)? ('spaced' spacing=NUMBER spacingUnit=dateUnit)? ;

population
  : kind=('register' | 'group' | 'cohort' | 'classify') name=NAME title=STRING? 'of' parent ladder note*
  ;

parent : ('each' ref 'in')? ('everyone' | NAME) ;

indicator
  : 'indicator' name=NAME title=STRING? 'of' parent
      ('{' field* 'denominator' denominator=ladder 'numerator' numerator=ladder '}')? note*
  ;

// Rules that are written once and used in several ladders, with their parameters in place.
block : 'block' name=NAME '(' NAME (',' NAME)* ')' ladder note* ;

// ---------------------------------------------------------------- ladders

// Fields stand only where the unit is `each` of an array: they are drawn anew for each of its entries.
ladder : '{' field* ladderItem* '}' ;

ladderItem
  : step
  | blockUse
  ;

step : number=NUMBER ':' stepBody note* ;

stepBody
  : 'if' condition 'then' whenTrue=action 'else' whenFalse=action
  | whenTrue=action
  ;

action
  : 'next'
  | 'select'
  | 'reject' ('as' reasonName=NAME)?
  | 'give' label
  ;

label
  : NAME
  | STRING
  ;

// The numbers that the rules of the block take here.
blockUse : first=NUMBER ('to' last=NUMBER)? ':' 'use' name=NAME '(' argument (',' argument)* ')' note* ;

argument : (name=NAME '=')? expression ;

// ---------------------------------------------------------------- conditions: two-valued

condition : atom (connective atom)* ;

// Mixing the two without brackets is refused by the checker, with a better message than the grammar could give.
connective
  : 'and'
  | 'or'
  ;

atom
  : '(' condition ')'                                                   # bracketed
  | how=('all' | 'any' | 'none') 'of' '(' condition (',' condition)* ')'      # quantified
  | 'at' 'least' number=NUMBER 'of' '(' condition (',' condition)* ')'  # atLeast
  | 'some' ref ('as' alias=NAME)? 'has' '(' condition ')'               # someHas
  | 'some' ref (comparator expression | span)                           # someIs
  | 'some' cluster_=NAME 'of' 'same' 'entry' 'has' '(' condition ')'    # sameEntry
  | negated='not'? 'in' NAME                                            # member
  | left=expression comparator right=expression                         # comparison
  | expression span                                                     # within
  | expression 'is' (negated='not')? 'recorded'                         # presence
  | expression 'is' (negated='not')? 'one' 'of' '(' label (',' label)* ')'    # oneOf
  | expression 'is' answer=('yes' | 'no' | 'unknown')                   # answer
  ;

comparator
  : '='
  | '<>'
  | '<'
  | '<='
  | '>'
  | '>='
  ;

// `from` and `to` include their day, `after` and `before` do not.
span
  : lower=('from' | 'after') low=expression (upper=('to' | 'before') high=expression)?
  | upper=('to' | 'before') high=expression
  ;

// ---------------------------------------------------------------- values: dates, numbers, money

expression : term (('+' | '-') term)* ;

term : factor (('*' | '/') factor)* ;

// A number or an amount below nought is no sum.
factor
  : primary
  | minus='-' (NUMBER unit? | MONEY)
  ;

primary
  : '(' expression ')'                                # bracketedExpression
  | NUMBER unit?                                      # number
  | PERCENT                                           # percent
  | MONEY                                             # money
  | DATE                                              # dateLiteral
  | ref ('on' primary)?                               # reference
  | 'date'                                            # entryDate
  | 'value'                                           # entryValue
  | 'episode'                                         # entryEpisode
  | 'age' NUMBER dateUnit                             # attained
  | 'count' 'of' ref                                  # countOfArray
  | STRING                                            # quotedLabel
  | 'size' 'of' NAME                                  # sizeOf
  | 'points' 'of' NAME                                # pointsOf
  | 'achievement' 'of' NAME                           # achievementOf
  | figurePrimary                                     # figure
  ;

// What formulas of a service have beside plain arithmetic; no condition on patients may ask it.
figurePrimary
  : 'slide' '(' value_=expression ',' lower=expression ',' upper=expression ')'       # slide
  | which=('highest' | 'lowest') 'of' '(' expression (',' expression)* ')'           # bestOf
  | 'if' condition 'then' whenTrue=expression 'else' whenFalse=expression            # choice
  | what=('numerator' | 'denominator' | 'pcas' | 'exclusions') 'of' NAME             # countOfIndicator
  | 'size' 'of' '(' className=NAME '=' (labelName=NAME | labelText=STRING) ')'       # sizeOfClass
  | 'sum' 'of' NAME 'over' over=('patients' | 'practices' | 'months' | 'quarters') cap?   # sumOver
  | 'share' 'of' primary 'by' (weight=NAME | part=('month' | 'quarter'))                                            # shareOf
  | 'previous' 'of' primary                                                          # previousOf
  | edge=('start' | 'end') 'of' stretch=('period' | 'month' | 'quarter')             # edgeOfPeriod
  | NAME '(' argument (',' argument)* ')'                                  # call
  ;

// Which items a cap keeps, when they have several prices.
cap : 'capped' 'at' primary ('keeping' keeping=('highest' | 'lowest' | 'share'))? ;

unit
  : dateUnit
  | (WORD | NAME) ('/' (WORD | NAME | NUMBER))*
  | 'patients'
  | '%'
  ;

dateUnit : 'day' | 'days' | 'week' | 'weeks' | 'month' | 'months' | 'year' | 'years' ;

// ---------------------------------------------------------------- services and money

service : serviceHeader '{' serviceItem* '}' ;

serviceHeader : 'service' name=NAME title=STRING? ('amends' base=NAME)? ;

serviceItem
  : authority
  | status
  | period
  | dayGiven
  | uses
  | clusterFolder
  | parameter
  | measure
  | pointsTable
  | pay
  | evidence
  | formulaBlock
  | pointsTotal
  | serviceChange
  ;

// What the source says all points come to; the remainder is what it does not spell out.
pointsTotal : 'total' points=NUMBER 'points' ('remainder' remainder=NUMBER)? note* ;

// What an amending service does to its base; its authority, status, period, days and folder simply take the place of
// those of the base.
serviceChange
  : how=('add' | 'replace') item=changedServiceItem                          # changeServiceItem
  | 'add' 'to' 'points' table=NAME '{' pointsRow* '}'                        # addRows
  | 'replace' 'in' 'points' table=NAME '{' pointsRow* '}'                    # replaceRows
  | 'retire' what='use'? NAME (',' NAME)*                                    # retireFromService
  ;

changedServiceItem
  : uses
  | parameter
  | measure
  | pointsTable
  | pay
  | evidence
  | formulaBlock
  ;

authority : 'authority' STRING ;

status : 'status' kind=('draft' | 'official' | 'unofficial') ;

period : 'period' 'from' start=DATE 'to' end=DATE ('by' by=('month' | 'quarter'))? ;

dayGiven : 'day' name=NAME '=' dayRule ;

dayRule
  : 'start' 'of' 'period'   # startOfPeriod
  | 'end' 'of' 'period'     # endOfPeriod
  | edge=('start' | 'end') 'of' part=('month' | 'quarter')   # edgeOfPart
  | 'run' 'date'            # runDate
  | DATE                    # fixedDay
  | 'evidence' chosen=NAME  # chosenDay
  ;

uses : 'use' use (',' use)* ;

use : name=NAME ('version' version=NUMBER)? ;

clusterFolder : 'clusters' STRING ;

parameter : 'parameter' name=NAME title=STRING? '=' expression ('from' start=DATE ('to' end=DATE)?)? note* ;

measure : 'measure' name=NAME title=STRING? forWhom '=' expression rounding? note* ;

// For whom a figure is, and for which part of the period; for the whole period when it does not say.
forWhom : 'per' level=('patient' | 'practice' | 'pcn' | 'icb') ('per' every=('month' | 'quarter' | 'year'))? ;

// Points and thresholds of one area; a row without thresholds is earned whole when the register is produced.
pointsTable : 'points' name=NAME title=STRING? '{' pointsRow* '}' ;

pointsRow : indicatorName=NAME ':' points=NUMBER ('from' lower=PERCENT 'to' upper=PERCENT)? frozen='protected'? note* ;

pay
  : 'pay' name=NAME title=STRING? forWhom '=' expression rounding? ('when' when=condition)?
      ('shared' 'by' 'points' 'of' table=NAME)? ('not' 'before' notBefore=DATE)? note*
  ;

// What an organisation hands in, and the extract brings; it may be unknown.
evidence : 'evidence' name=NAME title=STRING? '=' answerKind forWhom note* ;

answerKind
  : 'yes' 'no'
  | 'number'
  | 'date'
  ;

// A formula that is written once; each use stands in for it, with its own figures in place of the names.
formulaBlock : 'block' name=NAME '(' parameter_+=NAME (',' parameter_+=NAME)* ')' '=' expression rounding? note* ;

rounding : 'rounded' roundingMode 'to' step_=(NUMBER | MONEY) ;

roundingMode
  : 'half' 'up'
  | 'half' 'even'
  | 'up'
  | 'down'
  ;

// What is not plainly the source's word says so, in the file and in the result.
note
  : kind=('assumed' | 'placeholder' | 'reconstructed' | 'unverified' | 'unreachable' | 'draft' | 'unofficial' | 'cite')
      STRING
  ;

// ---------------------------------------------------------------- tests, beside the rules

test : testHeader '{' testItem* '}' ;

testHeader : 'test' title=STRING 'of' subject=NAME ('in' service_=NAME)? ('at' day=DATE)? ;

testItem
  : patient
  | given
  | expect
  ;

patient : 'patient' title=STRING? '{' fact* '}' ;

fact
  : 'born' expression                                          # bornOn
  | 'died' expression                                          # diedOn
  | 'sex' NAME                                                 # ofSex
  | 'registered' 'from' from=expression ('to' to=expression)?  # registeredFrom
  | at=moment ':' NAME ('+' NAME)* factValue? factDetail*      # entry
  ;

// Begins with no sign, which would belong to the line before.
moment : primary (('+' | '-') primary)* ;

factValue
  : minus='-'? NUMBER unit?
  | PERCENT
  ;

// An entry may have a name, belong to another by that name, be entered on a day, and open or close an episode.
factDetail
  : 'as' own=NAME
  | 'under' parentName=NAME
  | 'entered' DATE
  | 'episode' episodeName=NAME
  ;

given
  : 'given' name=NAME partOf? '=' expression                                                          # givenFigure
  | 'given' name=NAME partOf? 'is' answer=('yes' | 'no' | 'unknown')                                  # givenAnswer
  | 'given' what=('size' | 'numerator' | 'denominator' | 'pcas' | 'exclusions') 'of' name=NAME partOf? '=' expression   # givenCount
  | 'given' 'size' 'of' '(' className=NAME '=' (labelName=NAME | labelText=STRING) ')' partOf? '=' expression   # givenClass
  | 'given' 'previous' 'of' figure_=primary '=' expression                                            # givenPrevious
  ;

// The month or quarter that a day lies in.
partOf : 'in' DATE ;

expect : 'expect' expectation (',' expectation)* ;

expectation
  : part=('denominator' | 'numerator')? name=NAME? action ('by' 'rule' number=NUMBER)?   # expectAction
  | part=('denominator' | 'numerator')? name=NAME? 'not' 'in' 'population'               # expectOutside
  | ref 'is' negated='not'? 'recorded'                                                   # expectPresence
  | NAME 'is' answer=('yes' | 'no' | 'unknown')                                          # expectAnswer
  | NAME partOf? 'is' (waits='pending' | 'not' late='yet')                                # expectOpen
  | ref partOf? '=' expression                                                           # expectContent
  | what=('size' | 'numerator' | 'denominator' | 'pcas' | 'exclusions') 'of' NAME '=' expression   # expectCount
  ;


// Tests of another file, or of this one, that hold for another service too, with every day written in them moved.
take
  : 'take' 'tests' ('from' file_=STRING)? 'of' service_=NAME 'into' into=NAME ('moved' by=NUMBER ('month' | 'months'))?
      ('except' excepted (',' excepted)*)?
  ;

// One test, or all of a register, indicator or the like.
excepted : (title=STRING 'of')? subject=NAME ;

// ---------------------------------------------------------------- tokens

NAME    : [A-Z] [A-Za-z0-9_]* ('.' [A-Z] [A-Za-z0-9_]*)* ;
WORD    : [a-z] [A-Za-z0-9]* ;
// Fits nowhere: a name whose writer forgot the capital.
SMALL_NAME : [a-z] [A-Za-z0-9]* '_' [A-Za-z0-9_]* ;
DATE    : DIGIT DIGIT DIGIT DIGIT '-' DIGIT DIGIT '-' DIGIT DIGIT ;
// 2012-06-1 is a slip of the pen, never a subtraction; so are 01/04/2013 and 01.04.2013.
NEARLY_DATE
  : DIGIT+ '-' DIGIT+ '-' DIGIT+
  | DIGIT DIGIT? '/' DIGIT DIGIT? '/' DIGIT DIGIT DIGIT DIGIT
  | DIGIT DIGIT DIGIT DIGIT '/' DIGIT DIGIT? '/' DIGIT DIGIT?
  | DIGIT DIGIT? '.' DIGIT DIGIT? '.' DIGIT DIGIT DIGIT DIGIT
  ;
MONEY   : '£' DIGIT+ ('.' DIGIT+)? ;
PERCENT : DIGIT+ ('.' DIGIT+)? '%' ;
NUMBER  : DIGIT+ ('.' DIGIT+)? ;
STRING  : '"' ~["\r\n]* '"' ;
UNCLOSED_STRING : '"' ~["\r\n]* ;
TERM    : '|' ~[|\r\n]* '|' ;
COMMENT : '//' ~[\r\n]* -> channel(HIDDEN) ;
SPACE   : [ \t\r\n\uFEFF]+ -> channel(HIDDEN) ;
OTHER   : . ;

fragment DIGIT : [0-9] ;
