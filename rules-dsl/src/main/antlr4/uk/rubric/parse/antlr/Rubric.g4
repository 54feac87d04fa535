// The language. Names start with a capital; words of the language and units do not, so a new word never breaks a file.
// Rules are layered (expression, term, primary), so that arithmetic has no ambiguity; a bracketed condition and a
// bracketed expression are told apart by full context.
grammar Rubric;

// Stands for the rest of an expression that is nested too deeply; put in before parsing, fits nowhere.
tokens { TOO_DEEP }

file : (ruleset | service)* EOF ;

// ---------------------------------------------------------------- rule sets

ruleset : rulesetHeader '{' rulesetItem* '}' ;

// A rule of its own, as the others that start a line: reading goes on behind it when it is wrong.
rulesetHeader : 'ruleset' name=NAME title=STRING? 'version' version=NUMBER ;

rulesetItem
  : sourceLine
  | dayNeeded
  | cluster
  | reason
  | field
  | population
  | indicator
  ;

sourceLine : 'source' STRING ;

// A date that the service gives, such as PPED.
dayNeeded : 'day' name=NAME title=STRING? ;

cluster : 'cluster' name=NAME title=STRING? '=' clusterContent note* ;

clusterContent
  : 'refset' id=NUMBER 'version' version=NUMBER       # refsetContent
  | 'codes' '{' listedCode (',' listedCode)* '}'      # listedContent
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
  | 'age' 'at' expression                                                            # ageAt
  | choice=('latest' | 'earliest' | 'all') source=NAME ('where' condition)?          # pick
  | extreme=('highest' | 'lowest')? 'value' 'of' cluster_=NAME 'on' (each='each')? on=ref ('in' unit)?   # reading
  | choice=('latest' | 'earliest') 'of' '(' ref (',' ref)* ')'                       # extremeOf
  | array=ref 'on' at=NAME                                                           # element
  ;

population : kind=('register' | 'group') name=NAME title=STRING? 'of' parent ladder note* ;

parent
  : 'everyone'
  | NAME
  ;

indicator
  : 'indicator' name=NAME title=STRING? 'of' parent ('{' 'denominator' denominator=ladder 'numerator' numerator=ladder '}')? note* ;

// ---------------------------------------------------------------- ladders

ladder : '{' step* '}' ;

step : number=NUMBER ':' stepBody note* ;

stepBody
  : 'if' condition 'then' whenTrue=action 'else' whenFalse=action
  | whenTrue=action
  ;

action
  : 'next'
  | 'select'
  | 'reject' ('as' reasonName=NAME)?
  ;

// ---------------------------------------------------------------- conditions: two-valued

condition : atom (connective atom)* ;

// Mixing the two without brackets is refused by the checker, with a better message than the grammar could give.
connective
  : 'and'
  | 'or'
  ;

atom
  : '(' condition ')'                        # bracketed
  | left=expression comparator right=expression   # comparison
  | expression span                          # within
  | expression 'is' (negated='not')? 'recorded'   # presence
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

term : primary (('*' | '/') primary)* ;

primary
  : '(' expression ')'                                # bracketedExpression
  | NUMBER unit?                                      # number
  | PERCENT                                           # percent
  | MONEY                                             # money
  | DATE                                              # dateLiteral
  | ref ('on' primary)?                               # reference
  | 'date'                                            # entryDate
  | 'value'                                           # entryValue
  | 'size' 'of' NAME                                  # sizeOf
  | 'points' 'of' NAME                                # pointsOf
  | 'achievement' 'of' NAME                           # achievementOf
  ;

unit
  : dateUnit
  | (WORD | NAME) ('/' (WORD | NAME | NUMBER))*
  | '%'
  ;

dateUnit : 'day' | 'days' | 'week' | 'weeks' | 'month' | 'months' | 'year' | 'years' ;

// ---------------------------------------------------------------- services and money

service : serviceHeader '{' serviceItem* '}' ;

serviceHeader : 'service' name=NAME title=STRING? ;

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
  ;

authority : 'authority' STRING ;

status : 'status' kind=('draft' | 'official' | 'unofficial') ;

period : 'period' 'from' start=DATE 'to' end=DATE ;

dayGiven : 'day' name=NAME '=' dayRule ;

dayRule
  : 'start' 'of' 'period'   # startOfPeriod
  | 'end' 'of' 'period'     # endOfPeriod
  | 'run' 'date'            # runDate
  | DATE                    # fixedDay
  ;

uses : 'use' use (',' use)* ;

use : name=NAME 'version' version=NUMBER ;

clusterFolder : 'clusters' STRING ;

parameter : 'parameter' name=NAME title=STRING? '=' expression ('from' start=DATE 'to' end=DATE)? note* ;

measure : 'measure' name=NAME title=STRING? 'per' 'practice' '=' expression rounding? note* ;

// Points and thresholds of one area; a row without thresholds is earned whole when the register is produced.
pointsTable : 'points' name=NAME title=STRING? '{' pointsRow* '}' ;

pointsRow : indicatorName=NAME ':' points=NUMBER ('from' lower=PERCENT 'to' upper=PERCENT)? note* ;

pay : 'pay' name=NAME title=STRING? 'per' 'practice' '=' expression rounding? ('shared' 'by' 'points' 'of' table=NAME)? note* ;

rounding : 'rounded' roundingMode 'to' step_=(NUMBER | MONEY) ;

roundingMode
  : 'half' 'up'
  | 'half' 'even'
  | 'up'
  | 'down'
  ;

// What is not plainly the source's word says so, in the file and in the result.
note : kind=('assumed' | 'placeholder' | 'reconstructed' | 'unverified' | 'unreachable' | 'cite') STRING ;

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
